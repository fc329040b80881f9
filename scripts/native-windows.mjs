#!/usr/bin/env node
// The addon for Windows x64, cross-built with mingw-w64; for `npm run check:windows`, and for prebuildify through --node-gyp.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { jobs, main, mustRun, root } from './steps.mjs'

const buildFolder = join(root, 'build-cmake', 'win32-x64')
export const windowsAddonPath = join(buildFolder, 'wavemill.node')

export async function buildWindowsAddon() {
  const toolchain = join(root, 'scripts', 'cmake', 'mingw.cmake')
  await mustRun('cmake', ['-S', root, '-B', buildFolder, '-DCMAKE_BUILD_TYPE=Release', `-DCMAKE_TOOLCHAIN_FILE=${toolchain}`])
  await mustRun('cmake', ['--build', buildFolder, '--parallel', jobs])
}

/** prebuildify takes what it finds in build/Release; the Linux addon there is built again by the next `npm start`. */
async function buildForPrebuildify() {
  await buildWindowsAddon()
  mkdirSync(join(root, 'build', 'Release'), { recursive: true })
  rmSync(join(root, 'build', 'Release', 'sources.sha256'), { force: true })
  copyFileSync(windowsAddonPath, join(root, 'build', 'Release', 'wavemill.node'))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(buildForPrebuildify)
