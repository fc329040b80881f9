import type { Inspection, RefusedFile } from '../../run/rows.js'

/** Writes what file after file is. */
export interface InspectionOutput {
  add(result: Inspection | RefusedFile): Promise<void>
  end(): Promise<void>
}
