import { type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { WholeFile } from '../disk/whole-file.js'
import { appendingTo } from './parquet-table.js'
import { numberColumn, plain } from './row-group.js'
import type { RowsFile, TableColumns, TableRows } from './rows-file.js'
import type { WrittenTable } from './table-request.js'

/** Of a row group. */
const kGroup_cells = 500_000

/** Keys are never null; values are DOUBLE, null where one does not exist. */
export class ParquetRowsFile implements RowsFile {
  readonly #file: WholeFile
  readonly #columns: TableColumns
  readonly #writer: ParquetWriter
  #group: TableRows[] = []
  #groupRows = 0
  #rows = 0

  private constructor(file: WholeFile, columns: TableColumns, facts: Readonly<Record<string, string>>) {
    this.#file = file
    this.#columns = columns
    this.#writer = new ParquetWriter({
      writer: appendingTo(file),
      schema: schemaFromColumnData({ columnData: this.#sources() }),
      codec: 'SNAPPY',
      statistics: false,
      kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
      createdBy: 'wavemill',
    })
  }

  /**
   * @param facts   for readers of the table
   * @errors        SINK_FULL, SINK_PERMISSION, SINK_WRITE
   */
  static async begin(path: string, columns: TableColumns, facts: Readonly<Record<string, string>>): Promise<ParquetRowsFile> {
    return new ParquetRowsFile(await WholeFile.begin(path), columns, facts)
  }

  async add(rows: TableRows): Promise<void> {
    this.#group.push(rows)
    this.#groupRows += rows.count
    const width = this.#columns.keys.length + this.#columns.values.length
    if (this.#groupRows * width >= kGroup_cells) await this.#writeGroup()
  }

  async finish(): Promise<WrittenTable> {
    if (this.#groupRows > 0) await this.#writeGroup()
    await this.#writer.finish()
    return { rows: this.#rows, bytes: await this.#file.finish() }
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }

  async #writeGroup(): Promise<void> {
    const columnData = this.#sources()
    const rowGroupSize = this.#groupRows
    this.#rows += rowGroupSize
    this.#group = []
    this.#groupRows = 0
    await this.#writer.write({ columnData, rowGroupSize })
  }

  #sources(): ColumnSource[] {
    const { keys, values } = this.#columns
    const ofKeys = keys.map(({ name, type }, j): ColumnSource => {
      const data = this.#group.flatMap((rows) => rows.keys[j] ?? [])
      if (type === 'text') return { name, data: data as string[], type: 'STRING', nullable: false }
      if (type === 'count') return { name, data: Int32Array.from(data as number[]), type: 'INT32', nullable: false }
      return { name, data: Float64Array.from(data as number[]), type: 'DOUBLE', nullable: false }
    })
    const ofValues = values.map((name, j): ColumnSource => {
      const data = numberColumn(this.#group, this.#groupRows, values.length, j)
      return { name, data, type: 'DOUBLE', nullable: true, ...plain }
    })
    return [...ofKeys, ...ofValues]
  }
}
