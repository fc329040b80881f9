import { loadAddon } from '../addon/load.js'
import { WholeFile } from '../disk/whole-file.js'
import { csvField } from './csv-field.js'
import type { RowsFile, TableColumns, TableRows } from './rows-file.js'
import type { WrittenTable } from './table-request.js'

const kAtOnce_bytes = 1 << 20

/** RFC 4180, UTF-8. */
export class CsvRowsFile implements RowsFile {
  readonly #file: WholeFile
  readonly #width: number
  readonly #csvRows = loadAddon().csvRows
  #pending: Uint8Array[]
  #pendingBytes = 0
  #rows = 0

  private constructor(file: WholeFile, { keys, values }: TableColumns) {
    this.#file = file
    this.#width = values.length
    this.#pending = [Buffer.from(`${[...keys.map(({ name }) => name), ...values].map(csvField).join(',')}\r\n`)]
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async begin(path: string, columns: TableColumns): Promise<CsvRowsFile> {
    return new CsvRowsFile(await WholeFile.begin(path), columns)
  }

  async add({ keys, values, count }: TableRows): Promise<void> {
    const leads = Array.from({ length: count }, (_, row) => keys.map((column) => csvField(String(column[row]))).join(','))
    const lines = this.#csvRows(leads, values, this.#width)
    this.#rows += count
    this.#pending.push(lines)
    this.#pendingBytes += lines.length
    if (this.#pendingBytes > kAtOnce_bytes) await this.#write()
  }

  async finish(): Promise<WrittenTable> {
    await this.#write()
    return { rows: this.#rows, bytes: await this.#file.finish() }
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }

  async #write(): Promise<void> {
    const lines = Buffer.concat(this.#pending)
    this.#pending = []
    this.#pendingBytes = 0
    await this.#file.append(lines)
  }
}
