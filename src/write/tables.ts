import type { PartPlace, TableName } from '../contract/batch.js'
import { PartReader } from '../parts/part-reader.js'
import { CsvTable } from './csv-table.js'
import { JsonTable } from './json-table.js'
import { ParquetTable } from './parquet-table.js'
import type { LostInput, TablesRequest, WrittenResults } from './table-request.js'
import type { TableWriter } from './table-writer.js'

interface Growing {
  readonly name: TableName
  readonly writer: TableWriter
  seconds: number
}

/** The tables of a run, all fed from one reading of each part. */
export class Tables {
  readonly #request: TablesRequest
  readonly #parts: PartReader
  readonly #tables: Growing[] = []

  constructor(request: TablesRequest) {
    this.#request = request
    this.#parts = new PartReader(request.partsFolder)
  }

  /** @errors   SINK_DAMAGED, SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  async add(places: readonly PartPlace[]): Promise<void> {
    await this.#begin()
    for (const place of places) {
      const result = await this.#parts.read(place)
      for (const table of this.#tables) await timed(table, () => table.writer.add(result))
    }
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  async finish(lost: readonly LostInput[]): Promise<WrittenResults[]> {
    await this.#begin()
    const written: WrittenResults[] = []
    for (const table of this.#tables) {
      const { rows, bytes } = await timed(table, () => table.writer.finish(lost))
      written.push({ name: table.name, rows, bytes, seconds: table.seconds })
    }
    return written
  }

  /** Tables that are not finished vanish. */
  async close(): Promise<void> {
    await this.#parts.close()
    for (const { writer } of this.#tables) await writer.discard()
  }

  async #begin(): Promise<void> {
    const { tables } = this.#request
    if (this.#tables.length > 0) return
    for (const { name, path } of tables) this.#tables.push({ name, writer: await this.#writer(name, path), seconds: 0 })
  }

  #writer(name: TableName, path: string): Promise<TableWriter> {
    const { columns, facts } = this.#request
    if (name === 'csv') return CsvTable.begin(path, columns)
    return name === 'json' ? JsonTable.begin(path, columns) : ParquetTable.begin(path, columns, facts)
  }
}

async function timed<Value>(table: Growing, work: () => Promise<Value>): Promise<Value> {
  const begin_ms = performance.now()
  try {
    return await work()
  } finally {
    table.seconds += (performance.now() - begin_ms) / 1000
  }
}
