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

/** What reads rows `first` to `end` of an extra as columns. */
export function extraReader(extra: Extra): (first: number, end: number) => ExtraColumns {
  const { columns, hasFurther } = extraDefinition(extra.name)
  const width = extraWidth(extra)
  const names = numberedNames(extra.further.name)
  return (first, end) => {
    const column = (j: number) =>
      Array.from({ length: end - first }, (_, i) => orNull(extra.values[(first + i) * width + j] as number))
    const read: Record<string, ExtraColumns[string]> = {}
    for (const [j, { name, choices }] of columns.entries())
      read[name] = choices ? column(j).map((word) => choices[word ?? -1] ?? null) : column(j)
    if (!hasFurther) return read
    const channels: Record<string, readonly ExtraCell[]> = {}
    for (const [i, name] of names.entries()) channels[name] = column(columns.length + i)
    return { ...read, channels }
  }
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
