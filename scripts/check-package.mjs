#!/usr/bin/env node
// Before packing: a package without one of its prebuilds would install and then not load.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { main, root, StepFailure } from './steps.mjs'
import { isTypeScriptFresh } from './typescript.mjs'

const prebuilds = { 'linux-x64': 'npm run prebuilds', 'win32-x64': 'npm run prebuilds:windows' }

function hasAddon(platform) {
  const folder = join(root, 'prebuilds', platform)
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.node'))
}

await main(async () => {
  for (const [platform, command] of Object.entries(prebuilds)) {
    if (!hasAddon(platform)) throw new StepFailure(`prebuilds/${platform} holds no addon; type: ${command}`)
  }
  if (!isTypeScriptFresh()) throw new StepFailure('dist/ is not built from these sources; type: npm run build:ts')
})
