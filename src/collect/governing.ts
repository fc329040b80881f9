import type { FileResult, GoverningExtremes, GoverningValue } from '../contract/batch.js'
import { numberedNames } from '../contract/extra-rows.js'
import { statuses } from '../contract/generated/contract.js'
import { type LinkedRow, LinkedRows, linkedValues } from './linked-rows.js'

interface FoundValue extends Omit<GoverningValue, 'linked'> {
  readonly task: number
  readonly linked: LinkedRow | undefined
}

interface Found {
  /** Where the plan has the channel first: the order of the table. */
  first: { task: number; row: number }
  period: string
  name: string
  unit: string
  fileCount: number
  min: FoundValue | null
  max: FoundValue | null
  /** A bit for each status that a file had. */
  statuses: number
}

/**
 * Finds over all files each channel's smallest minimum and largest maximum, and which file has them.
 *
 * Channels of files are the same when period, name and unit are; a name that a file has twice counts as `name#2` there. Of equal extremes the
 * file that comes first in the plan has it, in whatever order the results come.
 */
export class Governing {
  readonly #places: { min: number; max: number; timeOfMin: number; timeOfMax: number; width: number }
  readonly #found = new Map<string, Found>()
  #last: { name: readonly string[]; unit: readonly string[]; periods: readonly string[]; rows: readonly Found[] } | undefined

  /** @param columns   of the results; without `min` and `max` there is nothing to find */
  constructor(columns: readonly string[]) {
    const place = (name: string) => columns.indexOf(name)
    const times = { timeOfMin: place('time_of_min_s'), timeOfMax: place('time_of_max_s') }
    this.#places = { min: place('min'), max: place('max'), ...times, width: columns.length }
  }

  add(result: FileResult): void {
    const { min, max, timeOfMin, timeOfMax, width } = this.#places
    if (min < 0 && max < 0) return
    const { file, status, values } = result
    const linked = new LinkedRows(result)
    for (const [row, found] of this.#rowsOf(result).entries()) {
      if (file.task < found.first.task) found.first = { task: file.task, row }
      ++found.fileCount
      found.statuses |= 1 << (status[row] ?? 0)
      const at = row * width
      const low = min < 0 ? Number.NaN : (values[at + min] as number)
      const high = max < 0 ? Number.NaN : (values[at + max] as number)
      const { path, task } = file
      if (governs(low, task, found.min, -1))
        found.min = { value: low, time_s: timeAt(values, at, timeOfMin), path, task, linked: linked.at(row, 'min') }
      if (governs(high, task, found.max, 1))
        found.max = { value: high, time_s: timeAt(values, at, timeOfMax), path, task, linked: linked.at(row, 'max') }
    }
  }

  /** In the order in which the plan's first file has them. */
  extremes(): GoverningExtremes[] {
    const inOrder = [...this.#found.values()].sort((a, b) => (comesBefore(a.first, b.first) ? -1 : 1))
    return inOrder.map(({ first: _first, statuses: seen, min, max, ...rest }) => ({
      ...rest,
      min: governingValue(min),
      max: governingValue(max),
      statuses: statuses.filter((_, number) => (seen >> number) & 1),
    }))
  }

  /** What each row of a result belongs to. Most files of a batch have the same channels: their rows are looked up once. */
  #rowsOf({ periods, channels }: FileResult): readonly Found[] {
    const last = this.#last
    const names = periods.map(({ name }) => name)
    if (last && isSame(last.name, channels.name) && isSame(last.unit, channels.unit) && isSame(last.periods, names))
      return last.rows
    const distinctNames = numberedNames(channels.name)
    const rows = names.flatMap((period) => distinctNames.map((name, c) => this.#of(period, name, channels.unit[c] ?? '')))
    this.#last = { name: channels.name, unit: channels.unit, periods: names, rows }
    return rows
  }

  #of(period: string, name: string, unit: string): Found {
    const key = JSON.stringify([period, name, unit])
    const known = this.#found.get(key)
    if (known) return known
    const first = { task: Number.POSITIVE_INFINITY, row: 0 }
    const found: Found = { first, period, name, unit, fileCount: 0, min: null, max: null, statuses: 0 }
    this.#found.set(key, found)
    return found
  }
}

function timeAt(values: Float64Array, at: number, place: number): number | null {
  const time_s = place < 0 ? Number.NaN : (values[at + place] as number)
  return Number.isNaN(time_s) ? null : time_s
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, i) => text === b[i]))
}

function comesBefore(a: Found['first'], b: Found['first']): boolean {
  return a.task < b.task || (a.task === b.task && a.row < b.row)
}

function governs(value: number, task: number, so: { value: number; task: number } | null, sign: 1 | -1): boolean {
  if (Number.isNaN(value)) return false
  if (!so || sign * value > sign * so.value) return true
  return value === so.value && task < so.task
}

function governingValue(found: FoundValue | null): GoverningValue | null {
  if (!found) return null
  const { value, time_s, path, linked } = found
  return linked ? { value, time_s, path, linked: linkedValues(linked) } : { value, time_s, path }
}
