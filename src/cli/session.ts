import type { EngineOptions } from '../config/engine-options.js'
import { isWavemillError, type WavemillError } from '../contract/error.js'
import { createEngine, type Engine } from '../run/engine.js'
import { kInterrupted } from './exit-codes.js'
import { Interruption } from './interruption.js'
import { OutputStream } from './output/stream.js'
import { Tally } from './tally.js'

/** What a command works with. */
export interface Session {
  engine: Engine
  /** Aborts at Ctrl-C, and when the reader of stdout leaves. */
  signal: AbortSignal
  out: OutputStream
  tally: Tally
}

/**
 * Runs a command's work on an engine, and closes with what failed.
 *
 * @param work    throws to end the command; of its errors, CANCELLED after an interruption is none
 * @returns       the exit code
 */
export async function inSession(
  options: EngineOptions,
  fileCount: number,
  work: (session: Session) => Promise<void>,
): Promise<number> {
  const engine = createEngine(options)
  const interruption = new Interruption()
  const out = new OutputStream(process.stdout, () => interruption.readerLeft())
  const tally = new Tally(fileCount)
  try {
    await work({ engine, signal: interruption.signal, out, tally })
  } catch (error) {
    if (interruption.exitCode === undefined) throw error
  } finally {
    interruption.forget()
    await engine.close()
  }
  if (interruption.exitCode === kInterrupted) say(tally.interruptionLine)
  if (tally.failureLine !== undefined) say(tally.failureLine)
  return interruption.exitCode ?? tally.exitCode
}

/** The error of a file that is lost while the others go on; any other is thrown on. */
export function errorOfFile(error: unknown): WavemillError {
  if (isWavemillError(error) && error.disposition !== 'abort-run') return error
  throw error
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
