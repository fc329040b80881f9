import { loadAddon } from '../addon/load.js'
import { WholeFile } from '../disk/whole-file.js'
import { csvField } from './csv-field.js'
import type { WrittenTable } from './table-request.js'

/** Lines that are joined before they are written: a few at a time would cost a write each. */
const kAtOnce_bytes = 1 << 20

/** For each column of values, the words that its numbers stand for; undefined: they are numbers. */
type Words = readonly (readonly string[] | undefined)[]

/** A CSV file, whole or not at all: RFC 4180, UTF-8, its lines made natively. */
export class CsvFile {
  readonly #file: WholeFile
  readonly #columnCount: number
  readonly #words: Words | undefined
  readonly #csvRows = loadAddon().csvRows
  #pending: Uint8Array[]
  #pendingBytes = 0
  #rows = 0

  private constructor(file: WholeFile, keys: readonly string[], values: readonly string[], words?: Words) {
    this.#file = file
    this.#columnCount = values.length
    this.#words = words
    this.#pending = [Buffer.from(`${[...keys, ...values].map(csvField).join(',')}\r\n`)]
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async begin(path: string, keys: readonly string[], values: readonly string[], words?: Words): Promise<CsvFile> {
    return new CsvFile(await WholeFile.begin(path), keys, values, words)
  }

  /**
   * Adds rows.
   *
   * @param leads    each row up to its values, as CSV
   * @param values   shape (rows × value columns)
   * @errors         SINK_FULL, SINK_WRITE; `discard` is still to be called
   */
  async add(leads: readonly string[], values: Float64Array): Promise<void> {
    const lines = this.#csvRows(leads, values, this.#columnCount, this.#words)
    this.#rows += leads.length
    this.#pending.push(lines)
    this.#pendingBytes += lines.length
    if (this.#pendingBytes > kAtOnce_bytes) await this.#write()
  }

  /** @errors   SINK_FULL, SINK_WRITE; `discard` is still to be called */
  async finish(): Promise<WrittenTable> {
    await this.#write()
    return { rows: this.#rows, bytes: await this.#file.finish() }
  }

  /** Leaves nothing unfinished behind. May be called after `finish`. */
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
