#!/usr/bin/env node
// `npm run fuzz [-- SECONDS]`: every fuzz target must stay clean for SECONDS (60). `npm run fuzz:planted`: a bug planted on purpose must be found.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { aptInstall } from './apt.mjs'
import { has, jobs, main, mustRun, root, run, StepFailure, step, twoAtATime } from './steps.mjs'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { planted: { type: 'boolean', default: false } } })
const seconds = Number(positionals[0] ?? 60)
const buildFolder = join(root, 'build-cmake', values.planted ? 'fuzz-planted' : 'fuzz')

async function build() {
  const options = [
    '-DCMAKE_CXX_COMPILER=clang++',
    '-DCMAKE_BUILD_TYPE=RelWithDebInfo',
    '-DWAVEMILL_FUZZ=ON',
    '-DWAVEMILL_ADDON=OFF',
  ]
  const planted = `-DWAVEMILL_PLANTED_BUG=${values.planted ? 'ON' : 'OFF'}`
  await mustRun('cmake', ['-S', root, '-B', buildFolder, ...options, planted])
  await mustRun('cmake', ['--build', buildFolder, '--parallel', jobs])
}

/** The bug is planted in one parser: the others would only run their time out. */
const planted = 'outb_header_fuzz'

function targets() {
  if (values.planted) return [planted]
  return readdirSync(join(root, 'test', 'fuzz'))
    .filter((name) => name.endsWith('.cpp'))
    .map((name) => basename(name, '.cpp'))
}

/** New inputs go under build-cmake; the committed corpus is only read. */
async function fuzz(target) {
  const found = join(buildFolder, 'corpus', target)
  const artifacts = join(buildFolder, 'artifacts', target, '/')
  rmSync(artifacts, { recursive: true, force: true })
  for (const folder of [found, artifacts]) mkdirSync(folder, { recursive: true })
  const committed = join(root, 'test', 'fuzz', 'corpus', target)
  const corpora = existsSync(committed) ? [found, committed] : [found]
  const limits = [
    `-max_total_time=${seconds}`,
    '-timeout=10',
    '-rss_limit_mb=2048',
    `-artifact_prefix=${artifacts}`,
    '-print_final_stats=1',
  ]
  const { status, output } = await run(join(buildFolder, `fuzz_${target}`), [...limits, ...corpora])
  const runs = /number_of_executed_units: (\d+)/.exec(output)?.[1] ?? '0'
  const report = /SUMMARY: (.*)/.exec(output)?.[1] ?? ''
  console.log(
    status === 0
      ? `fuzz ${target}: ${runs} inputs in ${seconds} s, clean`
      : `fuzz ${target}: found ${report || `exit ${status}`}`,
  )
  return { target, status, report, output }
}

function judge(results) {
  const found = results.filter(({ status }) => status !== 0)
  if (values.planted) {
    if (!found.some(({ report }) => /AddressSanitizer|UndefinedBehaviorSanitizer/.test(report))) {
      throw new StepFailure(`the planted bug was not found in ${seconds} s`, found.map(({ output }) => output).join('\n'))
    }
    return
  }
  if (found.length > 0)
    throw new StepFailure(`fuzzing found a defect in ${found.map(({ target }) => target).join(', ')}`, found[0].output)
  if (results.length === 0) throw new StepFailure('test/fuzz has no target')
}

await main(async () => {
  if (!has('clang++') && !(await aptInstall(['clang', 'libclang-rt-14-dev']))) {
    console.log('skipped: clang is not here (sudo apt-get install -y clang libclang-rt-14-dev)')
    return
  }
  await step('building the fuzz targets', build)
  judge(await twoAtATime(targets(), fuzz))
})
