import type { CaseMember, CasePlan, TableName, TaskPlace } from '../contract/batch.js'
import type { ErrorCode, ExtraName, RunTableName } from '../contract/generated/contract.js'
import type { RunSpec } from '../contract/spec.js'

/** A file that has no rows; results.json names it. */
export interface LostInput {
  readonly path: string
  readonly code: ErrorCode
  readonly message: string
  readonly offsetBytes?: number | undefined
}

/** A table of the results; or, with `own`, of the rows of an extra or of one over all files: those have no JSON of their own. */
export interface TableRequest {
  readonly form: TableName
  readonly path: string
  readonly own?: ExtraName | RunTableName
}

/** What the thread needs to begin the tables of a run. */
export interface TablesRequest {
  readonly tables: readonly TableRequest[]
  readonly partsFolder: string
  /** The statistics, in the order of the values. */
  readonly columns: readonly string[]
  /** Lines of range graphs, where there are any. */
  readonly lines: RunSpec['lines']
  /** Load cases, where there are any, and the equivalent loads and damages among the columns. */
  readonly cases: CasePlan | undefined
  readonly members: readonly CaseMember[]
  /** For readers of the tables: version, hash of the spec. */
  readonly facts: Readonly<Record<string, string>>
}

/** What it is told afterwards: results as they are kept, in the order of the plan; then those that are lost, or that there will be no tables. */
export type TablesNews =
  | { readonly places: readonly TaskPlace[] }
  | { readonly lost: readonly LostInput[] }
  | { readonly isAbandoned: true }

export interface WrittenTable {
  readonly rows: number
  readonly bytes: number
}

export interface WrittenResults extends WrittenTable, TableRequest {
  /** Spent on this table, while the lanes computed and afterwards. */
  readonly seconds: number
}

/** What a worker gives back: an error's class does not survive the way between threads. */
export type TablesOutcome =
  | { readonly written: readonly WrittenResults[] }
  | { readonly code: ErrorCode; readonly message: string; readonly path?: string | undefined }
