// The core's own tests, through a CMake preset.
import { existsSync } from 'node:fs'
import { aptInstall } from './apt.mjs'
import { parseCtest } from './counts.mjs'
import { run } from './steps.mjs'

const includeFolders = ['/usr/include', '/usr/local/include', '/opt/homebrew/include']
const hasDoctest = () => includeFolders.some((folder) => existsSync(`${folder}/doctest/doctest.h`))

/** Whether doctest is there, installed now if need be. */
export async function ensureDoctest() {
  return hasDoctest() || ((await aptInstall(['doctest-dev'])) && hasDoctest())
}

/**
 * Configures, builds and tests a preset.
 * @param configureArgs  further arguments for `cmake --preset`
 * @returns { counts, output }; a build that fails counts as one failed test
 */
export async function testPreset(preset, configureArgs = [], env = {}) {
  const commands = [
    ['cmake', '--preset', preset, ...configureArgs],
    ['cmake', '--build', '--preset', preset],
    ['ctest', '--preset', preset],
  ]
  let last = { status: 0, output: '' }
  for (const [command, ...args] of commands) {
    last = await run(command, args, { env })
    if (last.status !== 0) break
  }
  const failure = { passed: 0, failed: 1, skipped: 0 }
  return { counts: parseCtest(last.output) ?? failure, output: last.output }
}
