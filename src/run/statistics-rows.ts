import type { NativePeriodSamples, NativeStatistics, NativeTimeSpan } from '../addon/native.js'
import { extraOf } from '../compute/file-result.js'
import { cellOf } from '../contract/column-words.js'
import { extraReader, rowRanges } from '../contract/extra-rows.js'
import { statuses } from '../contract/generated/contract.js'
import type { FileSummary, StatisticsRow, TimeSpan } from './rows.js'

/**
 * A row for each channel of a file's result.
 *
 * @param columnNames   of the result's columns, in their order
 */
export function* statisticsRows(
  path: string,
  result: NativeStatistics,
  columnNames: readonly string[],
): Generator<StatisticsRow> {
  const file = summarise(path, result)
  const extras = result.extras
    .map(extraOf)
    .map((extra) => ({ name: extra.name, read: extraReader(extra), ranges: rowRanges(extra) }))
  for (const [i, name] of result.names.entries()) {
    const status = statuses[result.status[i] ?? 0]
    const identity = { path, file, index: result.indices[i], name, unit: result.units[i], status }
    const values = columnValues(result.values, i * columnNames.length, columnNames)
    const tables = extras.map(({ name: table, read, ranges }) => {
      const [first, end] = ranges.next().value ?? [0, 0]
      return [table, read(first, end)]
    })
    yield Object.assign(identity, values, Object.fromEntries(tables)) as StatisticsRow
  }
}

/** The core's NaN is the library's null. */
export function nullable(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

export function timeSpan(time: NativeTimeSpan): TimeSpan {
  return { start_s: time.start_s, stop_s: time.stop_s, step_s: nullable(time.step_s) }
}

/** The core gives a period for each that was asked for, and one is. */
const kNoPeriod: NativePeriodSamples = { sampleCount: 0, time: { start_s: 0, stop_s: 0, step_s: Number.NaN } }

function summarise(path: string, result: NativeStatistics): FileSummary {
  const { format, periods, readPath, warnings } = result
  const [{ sampleCount, time } = kNoPeriod] = periods
  return { path, format, sampleCount, time: timeSpan(time), readPath, warnings }
}

function columnValues(values: Float64Array, from: number, names: readonly string[]): Record<string, number | string | null> {
  const row: Record<string, number | string | null> = {}
  for (const [j, name] of names.entries()) row[name] = cellOf(name, values[from + j] ?? Number.NaN)
  return row
}
