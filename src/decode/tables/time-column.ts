import type { DecodedTime } from '../../contract/decoded.js'

/** A column of a table, by what its schema says. */
export interface TableColumn {
  readonly name: string
  readonly unit: string
  /** Seconds a unit of a timestamp; undefined for plain numbers. */
  readonly tick_s: number | undefined
}

/** The column of times, and what makes seconds of its numbers. */
export interface TimeColumn {
  readonly index: number
  readonly factor_s: number
  /** A timestamp counts from the first sample: seconds since 1970 would leave no digits for the step. */
  readonly isTimestamp: boolean
}

const kTimeName = /^(time|t)(_?(s|sec|seconds?))?$/i
const kSeconds: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  ms: 1e-3,
  msec: 1e-3,
  millisecond: 1e-3,
  milliseconds: 1e-3,
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
}

/**
 * Which column is time: the first that is called so (`time`, `t`, `time_s`, in any case of letters); else the first timestamp; else the first column of
 * all, where its unit is one of time. Samples are not looked at. Undefined: none.
 */
export function timeColumn(columns: readonly TableColumn[]): TimeColumn | undefined {
  const named = columns.findIndex(({ name }) => kTimeName.test(name))
  const stamped = columns.findIndex(({ tick_s }) => tick_s !== undefined)
  const [first] = columns
  const byUnit = first && kSeconds[first.unit.toLowerCase()] !== undefined ? 0 : -1
  const index = [named, stamped, byUnit].find((found) => found >= 0)
  const column = index === undefined ? undefined : columns[index]
  if (index === undefined || !column) return undefined
  return { index, factor_s: column.tick_s ?? kSeconds[column.unit.toLowerCase()] ?? 1, isTimestamp: column.tick_s !== undefined }
}

const kUnit = /^(.*\S)\s*(?:\[([^[\]]*)\]|\(([^()\s]*)\))$/s

/** `Tension [kN]` and `Tension (kN)` are a name and a unit; what has blanks between round brackets belongs to the name. */
export function nameAndUnit(column: string): { name: string; unit: string } {
  const found = kUnit.exec(column.trim())
  return found ? { name: found[1] as string, unit: (found[2] ?? found[3] ?? '').trim() } : { name: column.trim(), unit: '' }
}

export function assumedTime(timeStep_s: number): DecodedTime {
  return { start_s: 0, step_s: timeStep_s, isAssumed: true }
}

/** @param what   the file has instead of a time axis */
export function assumedWarnings(what: string, timeStep_s: number): string[] {
  return timeStep_s === 1 ? [`${what}: a step of 1 s is assumed; give --time-step`] : []
}

/** @param names   of columns that hold no numbers */
export function leftOutWarnings(names: readonly string[]): string[] {
  if (names.length === 0) return []
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '')
  return [
    names.length === 1
      ? `column ${shown} holds no numbers, and is left out`
      : `${names.length} columns hold no numbers, and are left out: ${shown}`,
  ]
}
