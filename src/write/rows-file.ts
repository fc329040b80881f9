import type { WrittenTable } from './table-request.js'

/** A column before the statistics of a row: what the row is of. */
export interface KeyColumn {
  readonly name: string
  readonly type: 'text' | 'number' | 'count'
}

export interface TableColumns {
  readonly keys: readonly KeyColumn[]
  /** Of numbers; NaN is a value that does not exist. */
  readonly values: readonly string[]
}

/** Rows on their way into a table. */
export interface TableRows {
  /** Shape (key columns × rows). */
  readonly keys: readonly (readonly (string | number)[])[]
  /** Shape (rows × value columns). */
  readonly values: Float64Array
  readonly count: number
}

/** A file of rows, whatever its form. It has its name only once it is finished. */
export interface RowsFile {
  /** @errors   SINK_FULL, SINK_WRITE; `discard` is still to be called */
  add(rows: TableRows): Promise<void>

  /** @errors   SINK_FULL, SINK_WRITE; `discard` is still to be called */
  finish(): Promise<WrittenTable>

  /** Leaves nothing unfinished behind. May be called after `finish`. */
  discard(): Promise<void>
}
