#!/usr/bin/env node
// `npm run check:tidy`: clang-tidy over the core and the binding, with the flags of the addon's own build.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureClangTool } from './clang-tools.mjs'
import { arePackagesFresh, installPackages } from './packages.mjs'
import { main, mustRun, root, run, StepFailure, step, twoAtATime } from './steps.mjs'

const buildFolder = join(root, 'build-cmake', 'tidy')

/** Files of ours in the compile database, once each: the kernels are in it once for each instruction set. */
function sourceFiles() {
  const database = JSON.parse(readFileSync(join(buildFolder, 'compile_commands.json'), 'utf8'))
  const ours = database.map(({ file }) => relative(root, file)).filter((file) => /^(native|bindings)\//.test(file))
  return [...new Set(ours)].sort()
}

await main(async () => {
  const clangTidy = await ensureClangTool('clang-tidy')
  if (!clangTidy) {
    console.log('skipped: clang-tidy 14 is not here (sudo apt-get install -y clang-tidy-14)')
    return
  }
  if (!arePackagesFresh()) await step('installing packages', installPackages)
  await mustRun('cmake', ['-S', root, '-B', buildFolder])
  const files = sourceFiles()
  const results = await twoAtATime(files, async (file) => {
    const options = ['--quiet', '-p', buildFolder, '--extra-arg=-Wno-unknown-warning-option'] // the flags are GCC's
    const { status, output } = await run(clangTidy, [...options, join(root, file)])
    if (status !== 0) console.log(output.trimEnd())
    return status === 0
  })
  const failed = results.filter((isClean) => !isClean).length
  if (failed > 0) throw new StepFailure(`clang-tidy complains about ${failed} of ${files.length} files`)
  console.log(`clang-tidy: ${files.length} files, no complaint`)
})
