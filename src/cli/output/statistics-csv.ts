import type { FailedRow, StatisticsRow } from '../../run/rows.js'
import type { ComputedFile } from '../by-file.js'
import { csvLine } from './csv.js'
import type { StatisticsOutput } from './statistics-output.js'
import type { OutputStream } from './stream.js'

const kIdentity = ['path', 'index', 'name', 'unit', 'status']

/** One header, then a line a file and channel. What a table has no room for, failures and warnings, goes to `say`. */
export class StatisticsCsv implements StatisticsOutput {
  readonly #out: OutputStream
  readonly #fields: readonly string[]
  readonly #say: (line: string) => void
  #isBegun = false

  constructor(out: OutputStream, columnNames: readonly string[], say: (line: string) => void) {
    this.#out = out
    this.#fields = [...kIdentity, ...columnNames]
    this.#say = say
  }

  async add(result: ComputedFile | FailedRow): Promise<void> {
    if (!('file' in result)) return
    for (const warning of result.file.warnings) this.#say(`warning: ${result.file.path}: ${warning}`)
    await this.#out.write(this.#header() + result.channels.map((row) => this.#line(row)).join(''))
  }

  async end(): Promise<void> {
    const header = this.#header()
    if (header !== '') await this.#out.write(header)
  }

  #header(): string {
    if (this.#isBegun) return ''
    this.#isBegun = true
    return csvLine(this.#fields)
  }

  #line(row: StatisticsRow): string {
    const values = row as unknown as Record<string, string | number | null>
    return csvLine(this.#fields.map((name) => values[name]))
  }
}
