import type { CaseMember, CasePlan, FileResult, RunTableRow } from '../contract/batch.js'
import { numberedNames } from '../contract/extra-rows.js'
import { addFile, type CaseColumns, type CaseStatistics, caseStatistics, contribution, sumsWidth } from './case-sums.js'
import { mergePower, powerMean } from './power-sum.js'
import { type FitSeeds, type FittedSeeds, fittedSeeds, type SeedExtremes } from './seed-fit.js'

interface Channel {
  readonly keys: readonly [period: string, name: string, unit: string]
  /** Of each load case that has the channel. */
  readonly cases: Map<number, Float64Array>
  /** The same, where extremes are fitted. */
  readonly extremes: Map<number, SeedExtremes>
}

/** A channel in a load case, put together. */
interface Found extends CaseStatistics, FittedSeeds {
  readonly number: number
}

/** Statistics of which a load case governs: with the largest value (1) or the smallest (-1). */
const kGoverned: readonly { name: string; sign: 1 | -1; of: (found: Found) => number | undefined }[] = [
  { name: 'max', sign: 1, of: ({ max }) => max },
  { name: 'mean_of_max', sign: 1, of: ({ meanOfMax }) => meanOfMax },
  { name: 'max_level', sign: 1, of: ({ levels }) => levels[0] },
  { name: 'std', sign: 1, of: ({ std }) => std },
  { name: 'min', sign: -1, of: ({ min }) => min },
  { name: 'mean_of_min', sign: -1, of: ({ meanOfMin }) => meanOfMin },
  { name: 'min_level', sign: -1, of: ({ levels }) => levels[3] },
]

/**
 * Load cases, lifetime and what governs, from the results of files in the order of the plan.
 *
 * @nan   a minimum or maximum that does not exist takes no part; a mean, deviation or equivalent load that a file lacks is lacking in its load case,
 *        and, where the file has a weight, in the lifetime
 * @cost  memory: channels × load cases × (15 + 4 × members) numbers; where extremes are fitted, channels × files × 2 more
 */
export class LoadCases {
  readonly #plan: CasePlan
  readonly #members: readonly CaseMember[]
  readonly #fit: FitSeeds | undefined
  readonly #columns: CaseColumns
  readonly #width: number
  readonly #channels = new Map<string, Channel>()
  readonly #paths = new Map<number, string>()
  readonly #fitted = new Map<Float64Array, FittedSeeds>()
  #last: { channels: FileResult['channels']; periods: readonly string[]; rows: readonly Channel[] } | undefined

  /**
   * @param columns   of the results
   * @param members   the equivalent loads and damages among them
   * @param fit       of the files' extremes, where they are fitted
   */
  constructor(plan: CasePlan, columns: readonly string[], members: readonly CaseMember[], fit?: FitSeeds) {
    this.#plan = plan
    this.#fit = fit
    this.#members = members
    this.#width = columns.length
    const place = (name: string) => columns.indexOf(name)
    const placed = members.map((member) => ({ ...member, column: place(member.name) }))
    this.#columns = { min: place('min'), max: place('max'), mean: place('mean'), std: place('std'), members: placed }
  }

  add(result: FileResult): void {
    const { task, path } = result.file
    const number = this.#plan.ofTask[task] ?? -1
    if (number < 0) return
    this.#paths.set(task, path)
    const weight = this.#plan.weights?.[task] ?? 0
    const durations_s = result.periods.map(({ start_s, stop_s }) => stop_s - start_s)
    const channelCount = result.channels.name.length
    for (const [row, channel] of this.#rowsOf(result).entries()) {
      const values = result.values.subarray(row * this.#width, (row + 1) * this.#width)
      const sums = channel.cases.get(number) ?? new Float64Array(sumsWidth(this.#members))
      channel.cases.set(number, sums)
      addFile(sums, values, this.#columns, { weight, task, duration_s: durations_s[Math.floor(row / channelCount)] ?? 0 })
      if (this.#fit) this.#keepExtremes(channel, number, values)
    }
  }

  #keepExtremes({ extremes }: Channel, number: number, values: Float64Array): void {
    const kept = extremes.get(number) ?? { maxima: [], minima: [] }
    extremes.set(number, kept)
    const [max, min] = [values[this.#columns.max], values[this.#columns.min]]
    if (max !== undefined && Number.isFinite(max)) kept.maxima.push(max)
    if (min !== undefined && Number.isFinite(min)) kept.minima.push(min)
  }

  /** Rows of `load_cases`: by load case, then period and channel as they came up. */
  loadCases(): RunTableRow[] {
    return this.#plan.cases.flatMap(({ name, fields }, number) =>
      [...this.#channels.values()].flatMap((channel): RunTableRow[] => {
        const found = this.#found(channel, number)
        if (!found) return []
        const { files, minTask, maxTask, maxFit, minFit, weight, min, meanOfMin, max, meanOfMax, stdOfMax, mean, std } = found
        const share = this.#plan.weights ? weight : Number.NaN
        const paths = [this.#pathOf(minTask), this.#pathOf(maxTask)]
        return [
          {
            keys: [name, ...fields, ...channel.keys, files, ...paths, maxFit, minFit],
            values: [share, min, meanOfMin, max, meanOfMax, stdOfMax, mean, std, ...found.levels, ...found.members],
          },
        ]
      }),
    )
  }

  /** Fitted once: it is asked for by two tables. */
  #found(channel: Channel, number: number): Found | undefined {
    const sums = channel.cases.get(number)
    if (!sums) return undefined
    const known = this.#fitted.get(sums) ?? fittedSeeds(channel.extremes.get(number), this.#fit)
    this.#fitted.set(sums, known)
    return { number, ...caseStatistics(sums, this.#members), ...known }
  }

  /** Rows of `lifetime`. */
  lifetime(): RunTableRow[] {
    return [...this.#channels.values()].map(({ keys, cases }) => {
      const each = [...cases.values()].map((sums) => caseStatistics(sums, this.#members))
      const weight = total(each.map((found) => found.weight))
      const means = each.filter((found) => found.weight > 0).map((found) => found.weight * found.mean)
      const loads = this.#members.map(({ exponent, isDamage }, i) => {
        const [scale, sum] = lifetimeSum(cases, i, exponent)
        return powerMean(scale, sum, 1, exponent) * (isDamage ? this.#plan.lifetime_h : 1)
      })
      const files = total(each.map((found) => found.files))
      return { keys: [...keys, cases.size, files], values: [weight, this.#plan.lifetime_h, total(means) / weight, ...loads] }
    })
  }

  /** Rows of `governing`: by channel, then statistic. */
  governing(): RunTableRow[] {
    return [...this.#channels.values()].flatMap((channel) => {
      const numbers = [...channel.cases.keys()].sort((a, b) => a - b)
      const each = numbers.flatMap((number) => this.#found(channel, number) ?? [])
      return [...this.#governingStatistics(channel, each), ...this.#governingLoads(channel, each)]
    })
  }

  #governingStatistics({ keys }: Channel, each: readonly Found[]): RunTableRow[] {
    return kGoverned.flatMap(({ name, sign, of }): RunTableRow[] => {
      const best = largest(each, (found) => sign * (of(found) ?? Number.NaN))
      if (!best) return []
      const path = name === 'max' ? this.#pathOf(best.maxTask) : name === 'min' ? this.#pathOf(best.minTask) : ''
      return [{ keys: [...keys, name, this.#nameOf(best.number), path], values: [of(best) ?? Number.NaN, Number.NaN] }]
    })
  }

  #governingLoads({ keys, cases }: Channel, each: readonly Found[]): RunTableRow[] {
    return this.#members.flatMap(({ name, exponent }, i): RunTableRow[] => {
      const [scale, sum] = lifetimeSum(cases, i, exponent)
      const shareOf = ({ number }: Found) => {
        const [own, ownSum] = contribution(cases.get(number) ?? new Float64Array(0), i)
        return (ownSum * (own / scale) ** exponent) / sum
      }
      const isWeighted = this.#plan.weights !== undefined && sum > 0
      const best = largest(each, (found) => (isWeighted ? shareOf(found) : (found.members[i] ?? Number.NaN)))
      if (!best) return []
      const values = [best.members[i] ?? Number.NaN, isWeighted ? shareOf(best) : Number.NaN]
      return [{ keys: [...keys, name, this.#nameOf(best.number), ''], values }]
    })
  }

  #nameOf(number: number): string {
    return this.#plan.cases[number]?.name ?? ''
  }

  #pathOf(task: number): string {
    return this.#paths.get(task) ?? ''
  }

  /** The channel of each row. Most files of a batch have the same: they are looked up once. */
  #rowsOf({ periods, channels }: FileResult): readonly Channel[] {
    const names = periods.map(({ name }) => name)
    const last = this.#last
    if (
      last &&
      isSame(last.channels.name, channels.name) &&
      isSame(last.channels.unit, channels.unit) &&
      isSame(last.periods, names)
    )
      return last.rows
    const distinct = numberedNames(channels.name)
    const rows = names.flatMap((period) => distinct.map((name, c) => this.#channel(period, name, channels.unit[c] ?? '')))
    this.#last = { channels, periods: names, rows }
    return rows
  }

  #channel(...keys: Channel['keys']): Channel {
    const key = JSON.stringify(keys)
    const channel = this.#channels.get(key) ?? { keys, cases: new Map(), extremes: new Map() }
    this.#channels.set(key, channel)
    return channel
  }
}

/** Σ p·x^m over the load cases, in their order. */
function lifetimeSum(cases: ReadonlyMap<number, Float64Array>, member: number, exponent: number): readonly [number, number] {
  const sums = new Float64Array(2)
  for (const [, each] of [...cases].sort(([a], [b]) => a - b)) mergePower(sums, 0, contribution(each, member), exponent)
  return [sums[0] as number, sums[1] as number]
}

/** The first of those with the largest value; NaN takes no part. */
function largest<Item>(items: readonly Item[], measure: (item: Item) => number): Item | undefined {
  let best: { item: Item; value: number } | undefined
  for (const item of items) {
    const value = measure(item)
    if (!Number.isNaN(value) && !(best && value <= best.value)) best = { item, value }
  }
  return best?.item
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, i) => text === b[i]))
}
