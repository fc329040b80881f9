import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { writeWhole } from '../disk/whole-file.js'
import { PartReader } from '../parts/part-reader.js'
import { RowGroup } from './row-group.js'
import type { TableRequest, WrittenTable } from './table-request.js'

/** Of a row group: some 12 MB of numbers, whatever the number of columns. */
const kCellsAtOnce = 1_500_000

/** results.parquet: the rows of results.csv; statistics are DOUBLE, null where a value does not exist. */
export async function writeParquetTable({ path, partsFolder, places, columns, facts }: TableRequest): Promise<WrittenTable> {
  const parts = new PartReader(partsFolder)
  const mostRows = Math.max(1, Math.floor(kCellsAtOnce / Math.max(1, columns.length)))
  let rows = 0
  try {
    const bytes = await writeWhole(path, async (append) => {
      const file = new ParquetFile(append, facts, new RowGroup(columns).sources())
      let group = new RowGroup(columns)
      for (const place of places) {
        const result = await parts.read(place)
        for (let from = 0; from < result.status.length; ) {
          const count = Math.min(mostRows - group.rowCount, result.status.length - from)
          group.add(result, from, count)
          from += count
          rows += count
          if (group.rowCount < mostRows) continue
          await file.write(group)
          group = new RowGroup(columns)
        }
      }
      if (group.rowCount > 0) await file.write(group)
      await file.finish()
    })
    return { rows, bytes }
  } finally {
    await parts.close()
  }
}

/** Writes group after group, and keeps no more than one. */
class ParquetFile {
  readonly #writer: ParquetWriter

  constructor(append: (bytes: Uint8Array) => Promise<void>, facts: TableRequest['facts'], columnData: ColumnSource[]) {
    const bytes = new ByteWriter()
    const flush = async () => {
      await append(new Uint8Array(bytes.buffer, 0, bytes.index))
      bytes.index = 0 // what comes next is written over it; `offset` goes on counting
    }
    Object.assign(bytes, { flush, finish: flush })
    const kvMetadata = Object.entries(facts).map(([key, value]) => ({ key, value }))
    const schema = schemaFromColumnData({ columnData })
    this.#writer = new ParquetWriter({
      writer: bytes,
      schema,
      codec: 'SNAPPY',
      statistics: false,
      kvMetadata,
      createdBy: 'wavemill',
    })
  }

  async write(group: RowGroup): Promise<void> {
    await this.#writer.write({ columnData: group.sources(), rowGroupSize: group.rowCount })
  }

  async finish(): Promise<void> {
    await this.#writer.finish()
  }
}
