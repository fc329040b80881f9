import type { FileResult, RunTableRow } from '../contract/batch.js'
import { numberedNames } from '../contract/extra-rows.js'
import type { LineSpec } from '../contract/spec.js'
import { type LinePoint, type LinePoints, linePoints } from './line-positions.js'

const kStatistics = ['min', 'mean', 'max', 'std'] as const
const kSeparator = '\u0000'

interface Place extends LinePoint {
  readonly channel: number
  readonly name: string
  readonly channelUnit: string
}

/** What the files together reach at a position. */
interface Envelope {
  readonly keys: readonly [period: string, line: string, unit: string, position: number, positionUnit: string]
  files: number
  min: Reached
  max: Reached
  std: Reached
  minOfMean: number
  maxOfMean: number
}

interface Reached {
  value: number
  path: string
}

/**
 * Range graphs: the statistics of a line's channels by position, for each file, and over all files.
 *
 * Results come in the order of the plan. Of equal extremes the file that comes first has it.
 * @nan   a statistic that does not exist takes no part in the envelopes
 */
export class RangeGraphs {
  readonly #points: LinePoints
  readonly #columns: readonly number[]
  readonly #width: number
  readonly #envelopes = new Map<string, Map<string, Envelope>>() // by line, in the order in which they come up

  /** @param columns   of the results */
  constructor(lines: 'names' | readonly LineSpec[], columns: readonly string[]) {
    this.#points = linePoints(lines)
    this.#columns = kStatistics.map((name) => columns.indexOf(name))
    this.#width = columns.length
  }

  /** The rows of `range_graphs` that a file gives: by period, then line in the order of its channels, then position. */
  add(result: FileResult): RunTableRow[] {
    const places = this.#placesOf(result)
    return result.periods.flatMap(({ name: period }, p) =>
      places.map((place) => {
        const at = (p * result.channels.name.length + place.channel) * this.#width
        const values = this.#columns.map((column) => (column < 0 ? Number.NaN : (result.values[at + column] as number)))
        this.#reach(period, place, values, result.file.path)
        const { line, channelUnit, position, unit, name } = place
        return { keys: [result.file.path, period, line, channelUnit, position, unit, name], values }
      }),
    )
  }

  /** The rows of `range_envelopes`: by line and period in the order in which they came up, then position. */
  finish(): RunTableRow[] {
    return [...this.#envelopes.values()].flatMap((positions) =>
      [...positions.values()]
        .sort((a, b) => a.keys[3] - b.keys[3])
        .map(({ keys, files, min, max, std, minOfMean, maxOfMean }) => ({
          keys: [...keys, files, min.path, max.path, std.path],
          values: [min.value, minOfMean, maxOfMean, max.value, std.value],
        })),
    )
  }

  #placesOf({ channels }: FileResult): Place[] {
    const names = numberedNames(channels.name)
    const places = names.flatMap((name, channel): Place[] => {
      const point = this.#points(channels.name[channel] ?? '', name)
      return point ? [{ ...point, channel, name, channelUnit: channels.unit[channel] ?? '' }] : []
    })
    const lines = [...new Set(places.map(lineKey))]
    return lines.flatMap((line) =>
      places.filter((place) => lineKey(place) === line).sort((a, b) => a.position - b.position || a.channel - b.channel),
    )
  }

  #reach(period: string, place: Place, [min, mean, max, std]: readonly number[], path: string): void {
    const envelope = this.#envelope(period, place)
    ++envelope.files
    take(envelope.min, min, path, -1)
    take(envelope.max, max, path, 1)
    take(envelope.std, std, path, 1)
    envelope.minOfMean = further(envelope.minOfMean, mean, -1)
    envelope.maxOfMean = further(envelope.maxOfMean, mean, 1)
  }

  #envelope(period: string, place: Place): Envelope {
    const { line, channelUnit, position, unit } = place
    const lineOfPeriod = [period, lineKey(place)].join(kSeparator)
    const positions = this.#envelopes.get(lineOfPeriod) ?? new Map<string, Envelope>()
    this.#envelopes.set(lineOfPeriod, positions)
    const known = positions.get(String(position))
    if (known) return known
    const nothing = () => ({ value: Number.NaN, path: '' })
    const fresh: Envelope = {
      keys: [period, line, channelUnit, position, unit],
      files: 0,
      min: nothing(),
      max: nothing(),
      std: nothing(),
      minOfMean: Number.NaN,
      maxOfMean: Number.NaN,
    }
    positions.set(String(position), fresh)
    return fresh
  }
}

/** Spec lines that a file has no channel of, as warnings. */
export function lineWarnings(lines: 'names' | readonly LineSpec[], { channels }: FileResult): string[] {
  if (lines === 'names') return []
  return lines
    .filter((line) => !hasChannel(linePoints([line]), channels.name))
    .map(({ name }) => `line '${name}' has no channel here: range graphs leave it out`)
}

function hasChannel(points: LinePoints, names: readonly string[]): boolean {
  const numbered = numberedNames(names)
  return names.some((name, i) => points(name, numbered[i]) !== undefined)
}

function lineKey({ line, channelUnit, unit }: Place): string {
  return [line, channelUnit, unit].join(kSeparator)
}

function take(reached: Reached, value: number | undefined, path: string, sign: 1 | -1): void {
  if (value === undefined || Number.isNaN(value) || sign * value <= sign * reached.value) return
  reached.value = value
  reached.path = path
}

function further(a: number, b: number | undefined, sign: 1 | -1): number {
  if (b === undefined || Number.isNaN(b)) return a
  return Number.isNaN(a) || sign * b > sign * a ? b : a
}
