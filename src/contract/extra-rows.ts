import type { Channels, Extra } from './batch.js'
import { type ExtraDefinition, type ExtraName, extras } from './generated/contract.js'

// What an extra's numbers mean.

export type ExtraCell = string | number | null

/** The rows of one channel in one period as columns, as JSON has them: `channels` holds those that the file adds, by their names. */
export interface ExtraColumns {
  readonly [column: string]: readonly ExtraCell[] | Readonly<Record<string, readonly ExtraCell[]>>
}

export function extraDefinition(name: ExtraName): ExtraDefinition {
  return extras.find((extra) => extra.name === name) as ExtraDefinition
}

/** Numbers to a row. */
export function extraWidth({ name, further }: Pick<Extra, 'name' | 'further'>): number {
  return extraDefinition(name).columns.length + further.name.length
}

/** `Fx`, `Fx#2`, …: channels of one name told apart, as the selection has them. */
export function numberedNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}#${count}`
  })
}

/** What the columns that a file adds are called in a table: `Fx [kN]`. The unit tells channels of one name in two files apart. */
export function furtherColumns({ name, unit }: Channels): string[] {
  return numberedNames(name).map((numbered, i) => `${numbered} [${unit[i] ?? ''}]`)
}

/** The rows of each channel in each period: [first, end) in rows, one after another. */
export function* rowRanges({ rowCounts }: Extra): Generator<readonly [number, number]> {
  let first = 0
  for (const count of rowCounts) {
    yield [first, first + count]
    first += count
  }
}

/** Rows `first` to `end` of an extra. */
export function extraColumns(extra: Extra, first: number, end: number): ExtraColumns {
  const { columns } = extraDefinition(extra.name)
  const width = extraWidth(extra)
  const column = (j: number) => Array.from({ length: end - first }, (_, i) => extra.values[(first + i) * width + j] as number)
  const own = columns.map(({ name, choices }, j) => [name, column(j).map((value) => choices?.[value] ?? orNull(value))])
  if (!extraDefinition(extra.name).hasFurther) return Object.fromEntries(own)
  const further = numberedNames(extra.further.name).map((name, i) => [name, column(columns.length + i).map(orNull)])
  return Object.fromEntries([...own, ['channels', Object.fromEntries(further)]])
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
