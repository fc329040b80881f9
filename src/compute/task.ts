import { cancelled } from './failure.js'

/** Work that a lane does or will do. */
export interface Task<Value> {
  /** Rejects with a WavemillError. */
  readonly result: Promise<Value>
  /** The result then soon rejects with CANCELLED, unless it is there already. */
  cancel(): void
}

/**
 * The result of one task, cancelled when the signal aborts.
 *
 * @param start    called unless the signal has aborted already
 * @errors         CANCELLED with the signal's reason as cause, and those of the task
 */
export async function untilAborted<Value>(start: () => Task<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal?.aborted) throw cancelled(signal)
  const task = start()
  const cancel = () => task.cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await task.result
  } catch (error) {
    throw signal?.aborted ? cancelled(signal) : error
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}
