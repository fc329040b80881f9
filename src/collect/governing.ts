import type { FileResult, GoverningExtremes, GoverningValue } from '../contract/batch.js'
import { type ChannelStatus, statuses } from '../contract/generated/contract.js'

interface Found {
  /** Where the plan has the channel first: the order of the table. */
  first: { task: number; row: number }
  period: string
  name: string
  unit: string
  fileCount: number
  min: (GoverningValue & { task: number }) | null
  max: (GoverningValue & { task: number }) | null
  statuses: Set<ChannelStatus>
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

  /** @param columns   of the results; without `min` and `max` there is nothing to find */
  constructor(columns: readonly string[]) {
    const place = (name: string) => columns.indexOf(name)
    const times = { timeOfMin: place('time_of_min_s'), timeOfMax: place('time_of_max_s') }
    this.#places = { min: place('min'), max: place('max'), ...times, width: columns.length }
  }

  add({ file, periods, channels, status, values }: FileResult): void {
    if (this.#places.min < 0 && this.#places.max < 0) return
    const names = numbered(channels.name)
    for (const [p, period] of periods.entries()) {
      for (const [c, name] of names.entries()) {
        const row = p * names.length + c
        const found = this.#of(period.name, name, channels.unit[c] ?? '')
        if (comesBefore({ task: file.task, row }, found.first)) found.first = { task: file.task, row }
        ++found.fileCount
        found.statuses.add(statuses[status[row] ?? 0] ?? 'ok')
        this.#look(found, values, row * this.#places.width, file.path, file.task)
      }
    }
  }

  /** In the order in which the plan's first file has them. */
  extremes(): GoverningExtremes[] {
    const inOrder = [...this.#found.values()].sort((a, b) => (comesBefore(a.first, b.first) ? -1 : 1))
    return inOrder.map(({ first: _first, statuses: seen, min, max, ...rest }) => ({
      ...rest,
      min: withoutTask(min),
      max: withoutTask(max),
      statuses: [...seen].sort(),
    }))
  }

  #of(period: string, name: string, unit: string): Found {
    const key = JSON.stringify([period, name, unit])
    const known = this.#found.get(key)
    if (known) return known
    const first = { task: Number.POSITIVE_INFINITY, row: 0 }
    const found: Found = { first, period, name, unit, fileCount: 0, min: null, max: null, statuses: new Set() }
    this.#found.set(key, found)
    return found
  }

  #look(found: Found, values: Float64Array, row: number, path: string, task: number): void {
    const { min, max, timeOfMin, timeOfMax } = this.#places
    const at = (place: number) => (place < 0 ? Number.NaN : (values[row + place] ?? Number.NaN))
    const low = { value: at(min), time_s: orNull(at(timeOfMin)), path, task }
    const high = { value: at(max), time_s: orNull(at(timeOfMax)), path, task }
    if (governs(low.value, task, found.min, -1)) found.min = low
    if (governs(high.value, task, found.max, 1)) found.max = high
  }
}

function comesBefore(a: Found['first'], b: Found['first']): boolean {
  return a.task < b.task || (a.task === b.task && a.row < b.row)
}

function governs(value: number, task: number, so: { value: number; task: number } | null, sign: 1 | -1): boolean {
  if (Number.isNaN(value)) return false
  if (!so || sign * value > sign * so.value) return true
  return value === so.value && task < so.task
}

/** `Force`, `Force#2`, …: as the selection has them. */
function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}#${count}`
  })
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function withoutTask(found: (GoverningValue & { task: number }) | null): GoverningValue | null {
  return found && { value: found.value, time_s: found.time_s, path: found.path }
}
