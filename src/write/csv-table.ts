import { loadAddon } from '../addon/load.js'
import { type FileResult, identityColumns, type PeriodResult } from '../contract/batch.js'
import { wordsOf } from '../contract/column-words.js'
import { statuses } from '../contract/generated/contract.js'
import { WholeFile } from '../disk/whole-file.js'
import { csvField } from './csv-field.js'
import type { WrittenTable } from './table-request.js'
import type { TableWriter } from './table-writer.js'

/** Files whose lines are joined before they are written: small ones would cost a write each. */
const kAtOnce_bytes = 1 << 20

/** results.csv: RFC 4180, UTF-8; a line a file, period and channel. */
export class CsvTable implements TableWriter {
  readonly #file: WholeFile
  readonly #columnCount: number
  readonly #words: readonly (readonly string[] | undefined)[]
  readonly #csvRows = loadAddon().csvRows
  #pending: Uint8Array[]
  #pendingBytes = 0
  #rows = 0

  private constructor(file: WholeFile, columns: readonly string[]) {
    this.#file = file
    this.#columnCount = columns.length
    this.#words = columns.map(wordsOf)
    this.#pending = [Buffer.from(`${[...identityColumns, ...columns].map(csvField).join(',')}\r\n`)]
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async begin(path: string, columns: readonly string[]): Promise<CsvTable> {
    return new CsvTable(await WholeFile.begin(path), columns)
  }

  async add(result: FileResult): Promise<void> {
    const lines = this.#csvRows(leadsOf(result), result.values, this.#columnCount, this.#words)
    this.#rows += result.status.length
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

/** Each row up to its statistics. */
function leadsOf({ file, periods, channels, status }: FileResult): string[] {
  const path = csvField(file.path)
  const named = channels.name.map((name, c) => `${channels.index[c]},${csvField(name)},${csvField(channels.unit[c] ?? '')}`)
  return periods.flatMap((period, p) => {
    const front = `${path},${spanText(period)}`
    return named.map((channel, c) => `${front},${channel},${statuses[status[p * named.length + c] ?? 0]}`)
  })
}

function spanText({ name, start_s, stop_s }: PeriodResult): string {
  return `${csvField(name)},${start_s},${stop_s}`
}
