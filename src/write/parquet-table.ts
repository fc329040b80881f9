import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { FileResult } from '../contract/batch.js'
import { WholeFile } from '../disk/whole-file.js'
import { RowGroup } from './row-group.js'
import type { TablesRequest, WrittenTable } from './table-request.js'
import type { TableWriter } from './table-writer.js'

/**
 * Cells of the first row group; each one after it holds a quarter more, up to the most. So the last group, which is encoded when the lanes have
 * ended, is about a fifth of a small table, and a large one has groups that readers like. Sizes count rows alone: the bytes do not depend on time.
 */
const kFirstGroup_cells = 100_000
const kGrowth = 1.25
const kLargestGroup_cells = 1_500_000

/** results.parquet: the rows of results.csv; statistics are DOUBLE, null where a value does not exist. */
export class ParquetTable implements TableWriter {
  readonly #file: WholeFile
  readonly #columns: readonly string[]
  readonly #writer: ParquetWriter
  #group: RowGroup
  #group_cells = kFirstGroup_cells
  #rows = 0

  private constructor(file: WholeFile, columns: readonly string[], facts: TablesRequest['facts']) {
    this.#file = file
    this.#columns = columns
    this.#group = new RowGroup(columns)
    this.#writer = new ParquetWriter({
      writer: appendingTo(file),
      schema: schemaFromColumnData({ columnData: this.#group.sources() }),
      codec: 'SNAPPY',
      statistics: false,
      kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
      createdBy: 'wavemill',
    })
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async begin(path: string, columns: readonly string[], facts: TablesRequest['facts']): Promise<ParquetTable> {
    return new ParquetTable(await WholeFile.begin(path), columns, facts)
  }

  async add(result: FileResult): Promise<void> {
    for (let from = 0; from < result.status.length; ) {
      const count = Math.min(this.#mostRows - this.#group.rowCount, result.status.length - from)
      this.#group.add(result, from, count)
      from += count
      if (this.#group.rowCount >= this.#mostRows) await this.#writeGroup()
    }
  }

  async finish(): Promise<WrittenTable> {
    if (this.#group.rowCount > 0) await this.#writeGroup()
    await this.#writer.finish()
    return { rows: this.#rows, bytes: await this.#file.finish() }
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }

  get #mostRows(): number {
    return Math.max(1, Math.floor(this.#group_cells / Math.max(1, this.#columns.length)))
  }

  async #writeGroup(): Promise<void> {
    const group = this.#group
    this.#group = new RowGroup(this.#columns)
    this.#group_cells = Math.min(kLargestGroup_cells, this.#group_cells * kGrowth)
    this.#rows += group.rowCount
    await this.#writer.write({ columnData: group.sources(), rowGroupSize: group.rowCount })
  }
}

/** Keeps no more than a group. */
export function appendingTo(file: WholeFile): ByteWriter {
  const bytes = new ByteWriter()
  const flush = async () => {
    await file.append(new Uint8Array(bytes.buffer, 0, bytes.index))
    bytes.index = 0 // what comes next is written over it; `offset` goes on counting
  }
  return Object.assign(bytes, { flush, finish: flush })
}
