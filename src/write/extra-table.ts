import type { Extra, FileResult } from '../contract/batch.js'
import { extraDefinition, extraWidth, furtherColumns, rowRanges } from '../contract/extra-rows.js'
import type { ExtraName } from '../contract/generated/contract.js'
import type { KeyColumn, RowsFile, TableColumns, TableRows } from './rows-file.js'
import type { WrittenTable } from './table-request.js'
import type { TableWriter } from './table-writer.js'

const kIdentity: readonly KeyColumn[] = [
  { name: 'path', type: 'text' },
  { name: 'period', type: 'text' },
  { name: 'start_s', type: 'number' },
  { name: 'stop_s', type: 'number' },
  { name: 'index', type: 'count' },
  { name: 'name', type: 'text' },
  { name: 'unit', type: 'text' },
]

export interface ExtraTableOptions {
  readonly name: ExtraName
  begin(columns: TableColumns): Promise<RowsFile>
  /** Every result that was added, once more. */
  again(): AsyncIterable<FileResult>
}

/**
 * The table of an extra: the rows that each channel has in each period, file after file.
 *
 * Columns that files add are those of all of them, in the order in which they come up; a row has nothing where its file has no such column. A file
 * with one that the files before did not have makes what was written so far too narrow: the table is then written at the end, from all results again.
 */
export class ExtraTable implements TableWriter {
  readonly #options: ExtraTableOptions
  readonly #further: string[] = []
  #file: RowsFile | undefined
  #isTooNarrow = false

  constructor(options: ExtraTableOptions) {
    this.#options = options
  }

  async add(result: FileResult): Promise<void> {
    const extra = this.#extraOf(result)
    if (!extra) return
    const known = new Set(this.#further)
    const fresh = furtherColumns(extra.further).filter((column) => !known.has(column))
    this.#further.push(...fresh)
    this.#isTooNarrow ||= this.#file !== undefined && fresh.length > 0
    if (!this.#isTooNarrow) await (await this.#open()).add(this.#rowsOf(result, extra))
  }

  async finish(): Promise<WrittenTable> {
    if (this.#isTooNarrow) await this.#writeAgain()
    return (await this.#open()).finish()
  }

  async discard(): Promise<void> {
    await this.#file?.discard()
  }

  async #writeAgain(): Promise<void> {
    await this.discard()
    this.#file = undefined
    const file = await this.#open()
    for await (const result of this.#options.again()) {
      const extra = this.#extraOf(result)
      if (extra) await file.add(this.#rowsOf(result, extra))
    }
  }

  async #open(): Promise<RowsFile> {
    this.#file ??= await this.#options.begin(this.#columns())
    return this.#file
  }

  #extraOf({ extras }: FileResult): Extra | undefined {
    return extras.find(({ name }) => name === this.#options.name)
  }

  #columns(): TableColumns {
    const { columns } = extraDefinition(this.#options.name)
    const words = columns.filter(({ choices }) => choices).map(({ name }): KeyColumn => ({ name, type: 'text' }))
    const numbers = columns.filter(({ choices }) => !choices).map(({ name }) => name)
    return { keys: [...kIdentity, ...words], values: [...numbers, ...this.#further] }
  }

  #rowsOf(result: FileResult, extra: Extra): TableRows {
    const count = extra.rowCounts.reduce((sum, rows) => sum + rows, 0)
    return { keys: [...identityOf(result, extra), ...wordsOf(extra, count)], values: this.#valuesOf(extra, count), count }
  }

  /** Without the words, and with the columns of the table in the place of the file's. */
  #valuesOf(extra: Extra, count: number): Float64Array {
    const { columns } = extraDefinition(extra.name)
    const wordCount = columns.filter(({ choices }) => choices).length
    const numberCount = columns.length - wordCount
    const places = furtherColumns(extra.further).map((column) => numberCount + this.#further.indexOf(column))
    const from = extraWidth(extra)
    const to = numberCount + this.#further.length
    const values = new Float64Array(count * to).fill(Number.NaN)
    for (let row = 0; row < count; ++row) {
      values.set(extra.values.subarray(row * from + wordCount, row * from + columns.length), row * to)
      for (const [i, place] of places.entries())
        values[row * to + place] = extra.values[row * from + columns.length + i] as number
    }
    return values
  }
}

/** What each row is of, as columns: those of `kIdentity`. */
function identityOf({ file, periods, channels }: FileResult, extra: Extra): (string | number)[][] {
  const columns: (string | number)[][] = kIdentity.map(() => [])
  let at = 0
  for (const [first, end] of rowRanges(extra)) {
    const c = at % channels.name.length
    const period = periods[Math.floor(at++ / channels.name.length)]
    const identity = [
      file.path,
      period?.name ?? '',
      period?.start_s ?? Number.NaN,
      period?.stop_s ?? Number.NaN,
      channels.index[c] ?? 0,
      channels.name[c] ?? '',
      channels.unit[c] ?? '',
    ]
    for (let row = first; row < end; ++row) for (const [j, value] of identity.entries()) columns[j]?.push(value)
  }
  return columns
}

function wordsOf(extra: Extra, count: number): string[][] {
  const width = extraWidth(extra)
  return extraDefinition(extra.name).columns.flatMap(({ choices }, j) =>
    choices ? [Array.from({ length: count }, (_, row) => choices[extra.values[row * width + j] as number] ?? '')] : [],
  )
}
