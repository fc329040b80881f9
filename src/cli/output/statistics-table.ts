import type { Colors } from 'picocolors/types.js'
import type { FailedRow, StatisticsRow } from '../../run/rows.js'
import type { ComputedFile } from '../by-file.js'
import { errorLine } from '../report-error.js'
import { alignedLines, type TextColumn } from './aligned.js'
import { byImportance, fitting, headOf } from './fitting.js'
import { facts } from './heading.js'
import { significant } from './number.js'
import { printable } from './printable.js'
import type { StatisticsOutput } from './statistics-output.js'
import type { OutputStream } from './stream.js'

export interface TableLook {
  width: number
  colors: Colors
}

/** A table a file, as wide as the terminal. */
export class StatisticsTable implements StatisticsOutput {
  readonly #out: OutputStream
  readonly #names: readonly string[]
  readonly #look: TableLook
  readonly #leftOut = new Set<number>()
  #isBegun = false

  constructor(out: OutputStream, columnNames: readonly string[], look: TableLook) {
    this.#out = out
    this.#names = byImportance(columnNames)
    this.#look = look
  }

  async add(result: ComputedFile | FailedRow): Promise<void> {
    const lines = 'file' in result ? this.#computed(result) : [this.#look.colors.red(errorLine(result.error))]
    await this.#out.write(`${this.#isBegun ? '\n' : ''}${lines.join('\n')}\n`)
    this.#isBegun = true
  }

  async end(): Promise<void> {
    const least = Math.min(...this.#leftOut)
    const most = Math.max(...this.#leftOut)
    if (this.#leftOut.size === 0 || most === 0) return
    const count = least === most ? `${most}` : `${least} to ${most}`
    await this.#out.write(
      `\n${this.#look.colors.dim(`${count} more columns with --format json or csv, or choose with --columns`)}\n`,
    )
  }

  #computed({ file, channels }: ComputedFile): string[] {
    const { colors } = this.#look
    const [head = '', ...rows] = alignedLines(this.#columns(channels))
    const heading = `${colors.bold(printable(file.path))}  ${facts(file.format, file.sampleCount, file.time)}`
    const warnings = file.warnings.map((warning) => colors.yellow(printable(`warning: ${warning}`)))
    return [heading, ...warnings, colors.dim(head), ...rows]
  }

  #columns(rows: readonly StatisticsRow[]): TextColumn[] {
    const identity: TextColumn[] = [
      { head: 'channel', cells: rows.map((row) => row.name), align: 'left' },
      { head: 'unit', cells: rows.map((row) => row.unit), align: 'left' },
    ]
    const statuses = rows.map(({ status }) => (status === 'ok' ? '' : status))
    const status: TextColumn[] = statuses.some(Boolean) ? [{ head: 'status', cells: statuses, align: 'left' }] : []
    const values = this.#names.map((name) => valueColumn(name, rows))
    const shown = fitting([...identity, ...status], values, this.#look.width)
    this.#leftOut.add(values.length - shown.length)
    return [...identity, ...shown, ...status]
  }
}

function valueColumn(name: string, rows: readonly StatisticsRow[]): TextColumn {
  const cells = rows.map((row) => {
    const value = (row as unknown as Record<string, number | string | null>)[name]
    return typeof value === 'string' ? value : significant(value)
  })
  return { head: headOf(name), cells, align: 'right' }
}
