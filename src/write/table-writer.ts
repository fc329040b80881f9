import type { FileResult } from '../contract/batch.js'
import type { LostInput, WrittenTable } from './table-request.js'

/** A table that grows by a file's result at a time, in the order of the plan. It has its name only once it is finished. */
export interface TableWriter {
  /** @errors   SINK_FULL, SINK_WRITE; `discard` is still to be called */
  add(result: FileResult): Promise<void>

  /** @errors   SINK_FULL, SINK_WRITE; `discard` is still to be called */
  finish(lost: readonly LostInput[]): Promise<WrittenTable>

  /** Leaves nothing unfinished behind. May be called after `finish`. */
  discard(): Promise<void>
}
