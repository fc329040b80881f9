#!/usr/bin/env node
// The one way the addon is built: called by `npm run build`, by setup, by binding.gyp, and by prebuildify through --node-gyp (whose arguments
// say nothing to a Node-API addon and are ignored). cmake-js where it is installed, else plain CMake.
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stampOf } from './stamps.mjs'
import { jobs, main, mustRun, root } from './steps.mjs'

export const addonPath = join(root, 'build', 'Release', 'wavemill.node')
const buildFolder = join(root, 'build-cmake', 'addon')
const stamp = stampOf('build/Release/sources.sha256', ['native', 'bindings', 'CMakeLists.txt', 'scripts/cmake'])

function cmakeJs() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('cmake-js/package.json')), 'bin', 'cmake-js')
  } catch {
    return undefined
  }
}

async function compile(onLine) {
  const driver = cmakeJs()
  if (driver) {
    await mustRun(
      process.execPath,
      [driver, 'compile', '-d', root, '--out', buildFolder, '-B', 'Release', '-p', jobs, '-l', 'warn'],
      { onLine },
    )
    return
  }
  await mustRun('cmake', ['-S', root, '-B', buildFolder, '-DCMAKE_BUILD_TYPE=Release'], { onLine })
  await mustRun('cmake', ['--build', buildFolder, '--config', 'Release', '--parallel', jobs], { onLine })
}

export function isAddonFresh() {
  return existsSync(addonPath) && stamp.isFresh()
}

/** Builds the addon and puts it where node-gyp-build looks. */
export async function buildAddon({ onLine } = {}) {
  const writeStamp = stamp.begin()
  await compile(onLine)
  mkdirSync(dirname(addonPath), { recursive: true })
  // Renamed into place: overwriting a file that a running process has mapped would crash that process.
  copyFileSync(join(buildFolder, 'wavemill.node'), `${addonPath}.new`)
  renameSync(`${addonPath}.new`, addonPath)
  writeStamp()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(() => buildAddon())
