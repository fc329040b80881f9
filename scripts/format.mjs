#!/usr/bin/env node
// `npm run format`: brings every source into the project's form.
import { join } from 'node:path'
import { cppFiles, ensureClangTool } from './clang-tools.mjs'
import { main, mustRun, root, StepFailure } from './steps.mjs'

await main(async () => {
  await mustRun(process.execPath, [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write'])
  const clangFormat = await ensureClangTool('clang-format')
  if (!clangFormat) throw new StepFailure('clang-format 14 is not here (sudo apt-get install -y clang-format-14)')
  await mustRun(clangFormat, ['-i', ...cppFiles('native', 'bindings', 'test')])
})
