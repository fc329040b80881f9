import type { PartPlace } from '../contract/batch.js'
import type { ErrorCode } from '../contract/generated/contract.js'

/** A file that has no rows; results.json names it. */
export interface LostInput {
  readonly path: string
  readonly code: ErrorCode
  readonly message: string
  readonly offsetBytes?: number | undefined
}

/** What a worker needs to write one table. */
export interface TableRequest {
  /** Of the table. */
  readonly path: string
  readonly partsFolder: string
  /** In the order of the plan. */
  readonly places: readonly PartPlace[]
  /** The statistics, in the order of the values. */
  readonly columns: readonly string[]
  readonly lost: readonly LostInput[]
  /** For readers of the table: version, hash of the spec. */
  readonly facts: Readonly<Record<string, string>>
}

export interface WrittenTable {
  readonly rows: number
  readonly bytes: number
}

/** What a worker gives back: an error's class does not survive the way between threads. */
export type TableOutcome =
  | WrittenTable
  | { readonly code: ErrorCode; readonly message: string; readonly path?: string | undefined }
