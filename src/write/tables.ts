import type { FileResult, RunTableSource, TaskPlace } from '../contract/batch.js'
import type { ExtraName, RunTableName } from '../contract/generated/contract.js'
import { PartReader } from '../parts/part-reader.js'
import { CsvRowsFile } from './csv-rows-file.js'
import { CsvTable } from './csv-table.js'
import { ExtraTable } from './extra-table.js'
import { JsonTable } from './json-table.js'
import { ParquetRowsFile } from './parquet-rows-file.js'
import { ParquetTable } from './parquet-table.js'
import type { RowsFile, TableColumns } from './rows-file.js'
import { RunTable, runTableColumns } from './run-table.js'
import type { LostInput, TableRequest, TablesRequest, WrittenResults } from './table-request.js'
import type { TableWriter } from './table-writer.js'

interface Growing {
  readonly request: TableRequest
  readonly writer: TableWriter
  seconds: number
}

/** The tables of a run, all fed from one reading of each part. */
export class Tables {
  readonly #request: TablesRequest
  readonly #sources: Partial<Record<string, RunTableSource>>
  readonly #parts: PartReader
  readonly #tables: Growing[] = []
  readonly #places: TaskPlace[] = []

  /** @param sources   what makes the tables over all files, by their names */
  constructor(request: TablesRequest, sources: Partial<Record<string, RunTableSource>> = {}) {
    this.#request = request
    this.#sources = sources
    this.#parts = new PartReader(request.partsFolder)
  }

  /** @errors   SINK_DAMAGED, SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  async add(places: readonly TaskPlace[]): Promise<void> {
    await this.#begin()
    for (const place of places) {
      this.#places.push(place)
      const result = await this.#read(place)
      for (const table of this.#tables) await timed(table, () => table.writer.add(result))
    }
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  async finish(lost: readonly LostInput[]): Promise<WrittenResults[]> {
    await this.#begin()
    const written: WrittenResults[] = []
    for (const table of this.#tables) {
      const { rows, bytes } = await timed(table, () => table.writer.finish(lost))
      written.push({ ...table.request, rows, bytes, seconds: table.seconds })
    }
    return written
  }

  /** Tables that are not finished vanish. */
  async close(): Promise<void> {
    await this.#parts.close()
    for (const { writer } of this.#tables) await writer.discard()
  }

  async #begin(): Promise<void> {
    if (this.#tables.length > 0) return
    for (const request of this.#request.tables) {
      this.#tables.push({ request, writer: await this.#writer(request), seconds: 0 })
    }
  }

  async #writer({ form, path, own }: TableRequest): Promise<TableWriter> {
    const { columns, facts } = this.#request
    const begin = (given: TableColumns): Promise<RowsFile> =>
      form === 'csv' ? CsvRowsFile.begin(path, given) : ParquetRowsFile.begin(path, given, facts)
    const source = own && this.#sources[own]
    if (source) {
      const given = runTableColumns(own as RunTableName, this.#further())
      return new RunTable(await begin(given), given, source)
    }
    if (own) return new ExtraTable({ name: own as ExtraName, begin, again: () => this.#again() })
    if (form === 'csv') return CsvTable.begin(path, columns)
    return form === 'json' ? JsonTable.begin(path, columns) : ParquetTable.begin(path, columns, facts)
  }

  #further() {
    const { cases, members } = this.#request
    return { fields: cases?.fields ?? [], members: members.map(({ name }) => name) }
  }

  async *#again(): AsyncGenerator<FileResult> {
    for (const place of this.#places) yield await this.#read(place)
  }

  async #read(place: TaskPlace): Promise<FileResult> {
    const result = await this.#parts.read(place)
    return { ...result, file: { ...result.file, task: place.task } }
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
