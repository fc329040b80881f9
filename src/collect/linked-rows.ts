import type { Extra, FileResult, GoverningValue } from '../contract/batch.js'
import { extraDefinition, extraWidth, furtherColumns, rowRanges } from '../contract/extra-rows.js'

/** What the linked channels are at an extreme, still as numbers. */
export interface LinkedRow {
  readonly columns: readonly string[]
  readonly values: Float64Array
}

/** The linked values of one file's result, by row of the result and extreme. */
export class LinkedRows {
  readonly #extra: Extra | undefined
  readonly #columns: readonly string[] = []
  readonly #firsts: readonly number[] = []

  constructor({ extras }: FileResult) {
    this.#extra = extras.find(({ name }) => name === 'linked')
    if (!this.#extra) return
    this.#columns = furtherColumns(this.#extra.further)
    this.#firsts = [...rowRanges(this.#extra)].map(([first]) => first)
  }

  /** A copy: the result itself need not be kept. Undefined where no linked values were asked for. */
  at(row: number, extreme: 'min' | 'max'): LinkedRow | undefined {
    const first = this.#firsts[row]
    if (!this.#extra || first === undefined) return undefined
    const width = extraWidth(this.#extra)
    const from = (first + (extreme === 'min' ? 0 : 1)) * width
    const own = extraDefinition('linked').columns.length
    return { columns: this.#columns, values: this.#extra.values.slice(from + own, from + width) }
  }
}

export function linkedValues({ columns, values }: LinkedRow): NonNullable<GoverningValue['linked']> {
  return { channels: columns, values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)) }
}
