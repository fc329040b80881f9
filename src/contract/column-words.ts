import { columns, wordLists } from './generated/contract.js'

const wordsOfColumn: ReadonlyMap<string, readonly string[]> = new Map(
  columns.flatMap(({ name, words }) => (words === undefined ? [] : [[name, wordLists[words]] as const])),
)

/** The words that a column's numbers stand for; undefined: they are numbers. */
export function wordsOf(column: string): readonly string[] | undefined {
  return wordsOfColumn.get(column)
}

/** What a table shows of the core's number; null where a value does not exist. */
export function cellOf(column: string, value: number): number | string | null {
  if (Number.isNaN(value)) return null
  return wordsOfColumn.get(column)?.[value] ?? value
}
