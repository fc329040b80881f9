import type { FailedRow } from '../../run/rows.js'
import type { ComputedFile } from '../by-file.js'

/** Writes the statistics of file after file. */
export interface StatisticsOutput {
  add(result: ComputedFile | FailedRow): Promise<void>
  /** Also after an interruption: what was written is then well-formed. */
  end(): Promise<void>
}
