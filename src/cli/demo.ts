import { join } from 'node:path'
import { resolveSpec } from '../config/spec/resolve-spec.js'
import { WavemillError } from '../contract/error.js'
import type { SampleSize } from '../run/sample.js'
import { kInterrupted } from './exit-codes.js'
import { Interruption } from './interruption.js'
import { stdoutLook } from './output/look.js'
import { bytesText, durationText } from './output/quantity.js'
import type { TellingFlags } from './progress/choose-view.js'
import { extremesTable } from './progress/extremes-table.js'
import { execute, tell } from './run.js'
import { say } from './session.js'

export interface DemoFlags extends TellingFlags {
  size: SampleSize
  cases?: number
  seed: number
}

const kCases: Readonly<Record<SampleSize, number>> = { standard: 60, large: 6 }
const kMostCases = 100_000

/** `wavemill demo [DIR]`: makes a batch in DIR/input and runs it into DIR/results; gives the exit code. */
export async function demo(folder: string, flags: DemoFlags): Promise<number> {
  const cases = flags.cases ?? kCases[flags.size]
  if (!Number.isInteger(cases) || cases < 1 || cases > kMostCases) {
    throw new WavemillError('CONFIG_VALUE', `--cases is ${cases}; it takes a whole number from 1 to ${kMostCases}`)
  }
  const input = join(folder, 'input')
  if (!(await made(input, cases, flags))) return kInterrupted
  const spec = resolveSpec({ version: 1, input: { files: [input] }, output: { folder: join(folder, 'results') } })
  const timed = { ...spec, reading: { ...spec.reading, timeStep_s: 0.1 } }
  const { exitCode, summary, out } = await execute(timed, { ...flags, overwrite: true })
  if (summary && !flags.json) await out.write(`${extremesTable(summary.extremes, stdoutLook()).join('\n')}\n\n`)
  if (summary) tell(summary, `wavemill run ${input} --out ${join(folder, 'results')} --resume`, flags)
  return exitCode
}

/** False: interrupted. */
async function made(folder: string, cases: number, { size, seed, quiet }: DemoFlags): Promise<boolean> {
  const { writeSampleBatch } = await import('../run/sample.js')
  const interruption = new Interruption()
  const begin_ms = performance.now()
  if (!quiet) say(`making ${cases} ${size} load cases in ${folder}`)
  try {
    const { bytes } = await writeSampleBatch(folder, { size, cases, seed, signal: interruption.signal })
    if (!quiet) say(`${cases} files, ${bytesText(bytes)}, in ${durationText((performance.now() - begin_ms) / 1000)}\n`)
    return true
  } catch (error) {
    if (interruption.exitCode === undefined) throw error
    say('interrupted: begun again, it goes on with the files that are there')
    return false
  } finally {
    interruption.forget()
  }
}
