#!/usr/bin/env node
// `npm run sanitize`: core tests and the addon inside Node, once under address and undefined-behaviour, once under thread sanitizer.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureDoctest } from './core-tests.mjs'
import { setup } from './setup.mjs'
import { has, main, mustRun, root, run, StepFailure, step } from './steps.mjs'

const compiler = 'g++' // its sanitizers are shared libraries, which Node can preload
const libraryPath = (name) => spawnSync(compiler, [`-print-file-name=${name}`], { encoding: 'utf8' }).stdout.trim()

/** The thread sanitizer's preset has only the rooms where threads meet. */
const sanitizers = [
  {
    preset: 'asan',
    libraries: ['libasan.so', 'libstdc++.so'],
    // Node itself never frees some of its memory.
    env: { ASAN_OPTIONS: 'detect_leaks=0', UBSAN_OPTIONS: 'print_stacktrace=1' },
  },
  {
    preset: 'tsan',
    libraries: ['libtsan.so', 'libstdc++.so'],
    env: { TSAN_OPTIONS: 'halt_on_error=1 ignore_noninstrumented_modules=1' },
  },
]

/** Without address randomisation: GCC 12's thread sanitizer does not know where newer kernels put memory. */
const plainAddresses = has('setarch') ? ['setarch', '-R'] : ['env']

/** One process for all tests: a process each, as CTest has it, would start the sanitizer's runtime two hundred times. */
async function testCore({ preset, env }) {
  await mustRun('cmake', ['--preset', preset, `-DCMAKE_CXX_COMPILER=${compiler}`, '-DWAVEMILL_ADDON=ON'])
  await mustRun('cmake', ['--build', '--preset', preset])
  const program = join(root, 'build-cmake', preset, 'core_test')
  const [command, ...rest] = [...plainAddresses, program]
  const { status, output } = await run(command, rest, { env })
  const [, passed] = /test cases:\s*\d+ \|\s*(\d+) passed/.exec(output) ?? []
  if (status !== 0 || !(Number(passed) > 0)) throw new StepFailure(`${preset}: core tests, exit ${status}`, output)
  return `${passed} passed`
}

async function exerciseAddon({ preset, libraries, env }) {
  const addon = join(root, 'build-cmake', preset, 'wavemill.node')
  const preload = `LD_PRELOAD=${libraries.map(libraryPath).join(' ')}`
  const [command, ...rest] = [...plainAddresses, 'env', preload, process.execPath, 'test/sanitize/exercise.mjs', addon]
  const { status, output } = await run(command, rest, { env })
  const report = /ERROR: (Address|Leak)Sanitizer|WARNING: ThreadSanitizer|runtime error:/.test(output)
  if (status !== 0 || report) throw new StepFailure(`${preset}: the addon in Node, exit ${status}`, output)
}

await main(async () => {
  if (process.platform !== 'linux' || !has(compiler)) {
    console.log('skipped: the sanitizers run with GCC on Linux')
    return
  }
  await setup()
  if (!(await ensureDoctest())) throw new StepFailure('doctest is not installed: sudo apt-get install -y doctest-dev')
  for (const sanitizer of sanitizers) {
    await step(`${sanitizer.preset}: core tests`, () => testCore(sanitizer))
    await step(`${sanitizer.preset}: addon in Node`, () => exerciseAddon(sanitizer))
  }
})
