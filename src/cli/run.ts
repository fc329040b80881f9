import { existsSync } from 'node:fs'
import { WavemillError } from '../contract/error.js'
import type { RunSpec } from '../contract/spec.js'
import { runSpec } from '../run/run.js'
import type { RunSummary } from '../run/run-summary.js'
import { kDone, kInterrupted, kSomeFailed } from './exit-codes.js'
import { Interruption } from './interruption.js'
import { stderrLook } from './output/look.js'
import { OutputStream } from './output/stream.js'
import { chooseViews } from './progress/choose-view.js'
import { closingTable } from './progress/closing-table.js'
import { commandAgain } from './progress/command-again.js'
import { type RunFlags, withFlags } from './run-flags.js'
import { say } from './session.js'

const kSpecName = 'wavemill.yml'
const kIsSpec = /\.ya?ml$/i
const kDrawEvery_ms = 100

/** `wavemill run [SPEC.yml | FILES… | DIR]`; gives the exit code. */
export async function run(inputs: readonly string[], flags: RunFlags): Promise<number> {
  const spec = withFlags(await specOf(inputs), flags)
  const { exitCode, summary, out } = await execute(spec, flags)
  if (!flags.json && summary) for (const { path } of summary.tables) await out.write(`${path}\n`)
  if (summary) tell(summary, commandAgain(process.argv.slice(2)), flags)
  return exitCode
}

/** Runs a spec with the views that the flags ask for. The first Ctrl-C lets what is under way end; the second ends the process. */
export async function execute(
  spec: RunSpec,
  flags: RunFlags,
): Promise<{ exitCode: number; summary: RunSummary | undefined; out: OutputStream }> {
  const interruption = new Interruption()
  const out = new OutputStream(process.stdout, () => interruption.readerLeft())
  const { json, progress } = chooseViews(flags, out)
  try {
    const summary = await runSpec(spec, {
      drain: interruption.signal,
      resume: flags.resume,
      overwrite: flags.overwrite,
      progressEvery_ms: kDrawEvery_ms,
      onEvent: (event) => {
        json?.event(event)
        progress.event(event)
      },
    })
    return { exitCode: exitCodeOf(summary, interruption), summary, out }
  } finally {
    interruption.forget()
    progress.end()
    await json?.written()
  }
}

export function tell(summary: RunSummary, again: string, { quiet, json }: RunFlags): void {
  if (quiet && summary.failures.length === 0 && summary.status === 'finished') return
  if (json && quiet) return
  for (const line of closingTable(summary, again, stderrLook())) say(line)
}

function exitCodeOf(summary: RunSummary, interruption: Interruption): number {
  if (summary.status === 'interrupted') return interruption.exitCode ?? kInterrupted
  return summary.failures.length > 0 ? kSomeFailed : kDone
}

/** A spec's modules, YAML among them, load only where there is one. */
async function specOf(inputs: readonly string[]): Promise<RunSpec> {
  const specs = inputs.filter((input) => kIsSpec.test(input))
  if (specs.length > 0 && inputs.length > 1) {
    throw new WavemillError('USAGE_OPTION', `'${specs[0]}' is a spec: it stands alone, and names its files itself`)
  }
  const file = specs[0] ?? (inputs.length === 0 && existsSync(kSpecName) ? kSpecName : undefined)
  if (file !== undefined) return (await import('../config/spec/read-spec-file.js')).readSpecFile(file)
  if (inputs.length > 0) return (await import('../config/spec/resolve-spec.js')).defaultSpec(inputs)
  throw new WavemillError(
    'DISCOVER_NO_FILES',
    `no input is named and there is no ${kSpecName} here; name files or a folder, or begin with 'wavemill init' or 'wavemill demo'`,
  )
}
