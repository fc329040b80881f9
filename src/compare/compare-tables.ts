import { identityColumns } from '../contract/batch.js'
import { type Cell, type ResultTable, readResultTable } from './result-table.js'

export interface CompareOptions {
  /** Relative to the larger of the two values; 0 by default. */
  rtol?: number
  /** In the column's unit; 0 by default. */
  atol?: number
}

/** A cell that differs. */
export interface CellDifference {
  readonly row: string
  readonly column: string
  readonly a: Cell
  readonly b: Cell
}

export interface ColumnDifference {
  readonly column: string
  readonly count: number
  /** Null where texts, or a value and nothing, differ. */
  readonly largestAbsolute: number | null
  readonly largestRelative: number | null
}

export interface Comparison {
  readonly isEqual: boolean
  readonly rowCount: number
  readonly cellCount: number
  readonly onlyInA: { readonly rows: readonly string[]; readonly columns: readonly string[] }
  readonly onlyInB: { readonly rows: readonly string[]; readonly columns: readonly string[] }
  readonly columns: readonly ColumnDifference[]
  /** The first of them. */
  readonly cells: readonly CellDifference[]
}

const kMostCells = 20

/**
 * Compares two result tables cell by cell.
 *
 * Rows belong together when their path (without the folders that all paths of the table share), period, index and name are the same, or, in
 * tables without any of these, when they have the same number. Two values agree when |a − b| ≤ atol + rtol · max(|a|, |b|), or both are missing.
 *
 * @errors   INPUT_TABLE
 */
export async function compareTables(pathA: string, pathB: string, options: CompareOptions = {}): Promise<Comparison> {
  return comparison(await readResultTable(pathA), await readResultTable(pathB), options)
}

function comparison(a: ResultTable, b: ResultTable, { rtol = 0, atol = 0 }: CompareOptions): Comparison {
  const keyNames = identityColumns.filter((name) => !/_s$|unit|status/.test(name) && a.columns.has(name) && b.columns.has(name))
  const keysA = rowKeys(a, keyNames)
  const rowOfKeyB = new Map(rowKeys(b, keyNames).map((key, row) => [key, row]))
  const pairs: [key: string, rowA: number, rowB: number][] = []
  const onlyInA: string[] = []
  for (const [rowA, key] of keysA.entries()) {
    const rowB = rowOfKeyB.get(key)
    if (rowB === undefined) onlyInA.push(key)
    else pairs.push([key, rowA, rowB])
    rowOfKeyB.delete(key)
  }
  const shared = [...a.columns.keys()].filter((name) => b.columns.has(name) && !(name === 'path' && keyNames.includes('path')))
  const cells: CellDifference[] = []
  const columns = shared.flatMap((column) => {
    const found = new ColumnTally(column)
    const cellsA = a.columns.get(column) ?? []
    const cellsB = b.columns.get(column) ?? []
    for (const [row, rowA, rowB] of pairs) {
      const cell = { row, column, a: cellsA[rowA] ?? null, b: cellsB[rowB] ?? null }
      if (agree(cell.a, cell.b, rtol, atol)) continue
      found.add(cell)
      if (cells.length < kMostCells) cells.push(cell)
    }
    return found.count > 0 ? [found.difference] : []
  })
  const missing = (from: ResultTable, to: ResultTable) => [...from.columns.keys()].filter((name) => !to.columns.has(name))
  const outA = { rows: onlyInA, columns: missing(a, b) }
  const outB = { rows: [...rowOfKeyB.keys()], columns: missing(b, a) }
  const isEqual = [columns, outA.rows, outA.columns, outB.rows, outB.columns].every((list) => list.length === 0)
  return {
    isEqual,
    rowCount: pairs.length,
    cellCount: pairs.length * shared.length,
    onlyInA: outA,
    onlyInB: outB,
    columns,
    cells,
  }
}

/** Keys that a table has twice get a number. */
function rowKeys(table: ResultTable, names: readonly string[]): string[] {
  const shared = names.includes('path') ? sharedFolder(table.columns.get('path') ?? []) : 0
  const seen = new Map<string, number>()
  return Array.from({ length: table.rowCount }, (_, row) => {
    const parts = names.map((name) => {
      const cell = String(table.columns.get(name)?.[row] ?? '')
      return name === 'path' ? cell.replaceAll('\\', '/').slice(shared) : cell
    })
    const key = names.length > 0 ? parts.join(' · ') : `row ${row + 1}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key} (${count})`
  })
}

/** Length of the folders that all paths have in common. */
function sharedFolder(paths: readonly Cell[]): number {
  const [first = '', ...others] = [...new Set(paths)].map((path) => String(path).replaceAll('\\', '/'))
  let length = first.lastIndexOf('/') + 1
  for (const path of others) while (!path.startsWith(first.slice(0, length))) length = first.lastIndexOf('/', length - 2) + 1
  return length
}

function agree(a: Cell, b: Cell, rtol: number, atol: number): boolean {
  if (a === b) return true
  if (typeof a !== 'number' || typeof b !== 'number') return false
  return Math.abs(a - b) <= atol + rtol * Math.max(Math.abs(a), Math.abs(b))
}

class ColumnTally {
  readonly #column: string
  #count = 0
  #absolute: number | null = null
  #relative: number | null = null

  constructor(column: string) {
    this.#column = column
  }

  get count(): number {
    return this.#count
  }

  add({ a, b }: CellDifference): void {
    ++this.#count
    if (typeof a !== 'number' || typeof b !== 'number') return
    const distance = Math.abs(a - b)
    this.#absolute = Math.max(this.#absolute ?? 0, distance)
    this.#relative = Math.max(this.#relative ?? 0, distance / Math.max(Math.abs(a), Math.abs(b)))
  }

  get difference(): ColumnDifference {
    return { column: this.#column, count: this.#count, largestAbsolute: this.#absolute, largestRelative: this.#relative }
  }
}
