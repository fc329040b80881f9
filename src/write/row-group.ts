import type { ColumnSource } from 'hyparquet-writer'
import type { FileResult } from '../contract/batch.js'
import { wordsOf } from '../contract/column-words.js'
import { statuses } from '../contract/generated/contract.js'

/** Numbers of many digits: neither a dictionary nor snappy makes them smaller, and both cost time. */
export const plain: Pick<ColumnSource, 'codec' | 'encoding'> = { codec: 'UNCOMPRESSED', encoding: 'PLAIN' }

/** Rows as columns, on their way into a Parquet file. */
export class RowGroup {
  readonly #columns: readonly string[]
  readonly #texts = {
    path: [] as string[],
    period: [] as string[],
    name: [] as string[],
    unit: [] as string[],
    status: [] as string[],
  }
  readonly #numbers = { start_s: [] as number[], stop_s: [] as number[], index: [] as number[] }
  readonly #pieces: { values: Float64Array; count: number }[] = []
  #rowCount = 0

  constructor(columns: readonly string[]) {
    this.#columns = columns
  }

  get rowCount(): number {
    return this.#rowCount
  }

  /** Adds rows of a file's result: `count` of them from number `from`. */
  add({ file, periods, channels, status, values }: FileResult, from: number, count: number): void {
    const channelCount = channels.name.length
    for (let row = from; row < from + count; ++row) {
      const c = row % channelCount
      const period = periods[Math.floor(row / channelCount)]
      this.#texts.path.push(file.path)
      this.#texts.period.push(period?.name ?? '')
      this.#numbers.start_s.push(period?.start_s ?? Number.NaN)
      this.#numbers.stop_s.push(period?.stop_s ?? Number.NaN)
      this.#numbers.index.push(channels.index[c] ?? 0)
      this.#texts.name.push(channels.name[c] ?? '')
      this.#texts.unit.push(channels.unit[c] ?? '')
      this.#texts.status.push(statuses[status[row] ?? 0] ?? '')
    }
    const width = this.#columns.length
    this.#pieces.push({ values: values.subarray(from * width, (from + count) * width), count })
    this.#rowCount += count
  }

  /** The columns, those of `identityColumns` first. */
  sources(): ColumnSource[] {
    const { path, period, name, unit, status } = this.#texts
    const text = (column: string, data: string[]): ColumnSource => ({ name: column, data, type: 'STRING', nullable: false })
    const time = (column: string, data: number[]): ColumnSource => ({
      name: column,
      data: Float64Array.from(data),
      type: 'DOUBLE',
      nullable: false,
    })
    return [
      text('path', path),
      text('period', period),
      time('start_s', this.#numbers.start_s),
      time('stop_s', this.#numbers.stop_s),
      { name: 'index', data: Int32Array.from(this.#numbers.index), type: 'INT32', nullable: false },
      text('name', name),
      text('unit', unit),
      text('status', status),
      ...this.#columns.map((name, j) => this.#source(name, numberColumn(this.#pieces, this.#rowCount, this.#columns.length, j))),
    ]
  }

  #source(name: string, numbers: Float64Array | (number | null)[]): ColumnSource {
    const words = wordsOf(name)
    if (words === undefined) return { name, data: numbers, type: 'DOUBLE', nullable: true, ...plain }
    const texts = Array.from(numbers, (number) => (number === null ? null : (words[number] ?? null)))
    return { name, data: texts, type: 'STRING', nullable: true }
  }
}

/**
 * One column of numbers of all rows; NaN is null, and then the library wants a plain list.
 *
 * @param pieces   rows × width, row-major
 */
export function numberColumn(
  pieces: readonly { readonly values: Float64Array; readonly count: number }[],
  rowCount: number,
  width: number,
  j: number,
): Float64Array | (number | null)[] {
  const column = new Float64Array(rowCount)
  let hasNull = false
  let row = 0
  for (const { values, count } of pieces) {
    for (let i = 0; i < count; ++i) {
      const value = values[i * width + j] as number
      column[row++] = value
      hasNull ||= Number.isNaN(value)
    }
  }
  return hasNull ? Array.from(column, (value) => (Number.isNaN(value) ? null : value)) : column
}
