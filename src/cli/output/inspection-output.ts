import type { FailedRow, Inspection } from '../../run/rows.js'

/** Writes what file after file is. */
export interface InspectionOutput {
  add(result: Inspection | FailedRow): Promise<void>
  end(): Promise<void>
}
