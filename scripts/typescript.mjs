#!/usr/bin/env node
// src/ → dist/. Called by `npm run build` and by setup.
import { accessSync, chmodSync, constants, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleEntries } from './bundle.mjs'
import { stampOf } from './stamps.mjs'
import { main, mustRun, root } from './steps.mjs'

export const cliPath = join(root, 'dist', 'cli', 'main.js')
// npx looks here first. Without it npx would remember for ever what the package looked like when it was first asked, built or not.
const commandPath = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'wavemill.cmd' : 'wavemill')
const stamp = stampOf('build-cmake/typescript.sha256', ['src', 'tsconfig.json', 'package.json', 'scripts/bundle.mjs'])

export function isTypeScriptFresh() {
  try {
    accessSync(commandPath, constants.X_OK)
    accessSync(cliPath, constants.X_OK)
  } catch {
    return false
  }
  return stamp.isFresh()
}

function linkCommand() {
  chmodSync(cliPath, 0o755)
  mkdirSync(dirname(commandPath), { recursive: true })
  rmSync(commandPath, { force: true })
  if (process.platform === 'win32') writeFileSync(commandPath, '@node "%~dp0..\\..\\dist\\cli\\main.js" %*\r\n')
  else symlinkSync(join('..', '..', 'dist', 'cli', 'main.js'), commandPath)
}

/** Compiles into an empty dist/: what has no source any more must not stay importable. */
export async function buildTypeScript() {
  const writeStamp = stamp.begin()
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await mustRun(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'])
  await bundleEntries()
  linkCommand()
  writeStamp()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(buildTypeScript)
