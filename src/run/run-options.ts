import type { RunEvent } from '../contract/generated/events.js'

export interface RunOptions {
  /** Cancels what is under way; `run` rejects with CANCELLED. What is done is kept for `resume`. */
  signal?: AbortSignal | undefined
  /** Begins nothing new; what is under way ends, and `run` resolves with `interrupted`. */
  drain?: AbortSignal | undefined
  /** Goes on with the run in the output folder: files that are done, and unchanged since, are kept. */
  resume?: boolean | undefined
  /** Removes what an earlier run left in the output folder. */
  overwrite?: boolean | undefined
  /** Called on the main thread with every event, those of the journal once they are on disk. What it throws ends the run. */
  onEvent?: ((event: RunEvent) => void) | undefined
  /** How often it hears of the progress; 1000 ms by default. */
  progressEvery_ms?: number | undefined
}
