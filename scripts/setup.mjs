#!/usr/bin/env node
// Brings a checkout to where `npx wavemill` works: packages, addon, TypeScript. Says nothing when there is nothing to do.
// Runs before node_modules exists, so it and what it imports need Node alone.
import { pathToFileURL } from 'node:url'
import { ensureCompiler } from './compiler.mjs'
import { buildAddon, isAddonFresh } from './native.mjs'
import { arePackagesFresh, installPackages } from './packages.mjs'
import { main, step } from './steps.mjs'
import { buildTypeScript, isTypeScriptFresh } from './typescript.mjs'

export async function setup() {
  if (!arePackagesFresh()) await step('installing packages', installPackages)
  if (!isAddonFresh()) {
    await ensureCompiler()
    await step('building the native core', () => buildAddon())
  }
  if (!isTypeScriptFresh()) await step('compiling TypeScript', buildTypeScript)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(setup)
