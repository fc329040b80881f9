import type { GoverningExtremes } from '../contract/batch.js'
import type { ErrorCode } from '../contract/generated/contract.js'

/** A file that is lost, as the journal has it. */
export interface LostFile {
  readonly path: string
  readonly code: ErrorCode
  readonly message: string
  readonly offsetBytes?: number | undefined
}

export interface WarnedFile {
  readonly path: string
  readonly warning: string
}

export interface SlowFile {
  readonly path: string
  readonly bytes: number
  /** From when the lanes were given it until it was done. */
  readonly seconds: number
}

export interface TableSummary {
  readonly name: string
  readonly path: string
  readonly rows: number
  readonly bytes: number
}

/** How a run ended. */
export interface RunSummary {
  /** interrupted: `drain` aborted; what is done is kept, and there are no tables yet. */
  readonly status: 'finished' | 'interrupted'
  readonly folder: string
  readonly files: number
  /** Those of earlier sessions included. */
  readonly done: number
  /** Of `done`: computed by an earlier session. */
  readonly kept: number
  /** Bytes of the files that this session computed. */
  readonly bytes: number
  readonly rows: number
  readonly lanes: number
  /** From the call to its end. */
  readonly seconds: number
  /** Part of the CPUs that the process may use, over this session. */
  readonly cpuUse: number
  readonly peakRssBytes: number
  /** The longest that the main thread was held up. */
  readonly longestPause_ms: number
  readonly failures: readonly LostFile[]
  readonly warnings: readonly WarnedFile[]
  /** The five slowest of this session. */
  readonly slowest: readonly SlowFile[]
  readonly tables: readonly TableSummary[]
  /** Of every channel over all files; empty where neither `min` nor `max` was computed. */
  readonly extremes: readonly GoverningExtremes[]
}
