import type { CaseMember } from '../contract/batch.js'
import { addPower, powerMean } from './power-sum.js'

/** Places in the row of sums of one channel in one load case. */
const at = {
  files: 0,
  weight: 1,
  min: 2,
  minTask: 3,
  minSum: 4,
  minCount: 5,
  max: 6,
  maxTask: 7,
  maxMean: 8,
  maxSquares: 9,
  maxCount: 10,
  mean: 11,
  meanWeighted: 12,
  variance: 13,
  varianceWeighted: 14,
} as const
const kFixed = 15
const kOfMember = 4 // scale and sum of Σ x^m, then of Σ w·x^m; of a damage Σ w·x/hours
const kHour_s = 3600

/** What a file's row of results has, where its columns are. */
export interface CaseColumns {
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly std: number
  readonly members: readonly (CaseMember & { readonly column: number })[]
}

/** The statistics of one channel in one load case, as they are in `load_cases`. */
export interface CaseStatistics {
  readonly files: number
  readonly weight: number
  readonly min: number
  readonly minTask: number
  readonly meanOfMin: number
  readonly max: number
  readonly maxTask: number
  readonly meanOfMax: number
  readonly stdOfMax: number
  readonly mean: number
  readonly std: number
  /** Of each family member. */
  readonly members: readonly number[]
}

export function sumsWidth(members: readonly unknown[]): number {
  return kFixed + kOfMember * members.length
}

/**
 * Adds a file's row to the sums of its load case.
 *
 * @param sums     the load case's numbers of this channel; all 0 at first
 * @param values   the file's row
 * @param file     its weight, its task, and the duration of the row's period
 */
export function addFile(
  sums: Float64Array,
  values: Float64Array,
  { min, max, mean, std, members }: CaseColumns,
  { weight, task, duration_s }: { readonly weight: number; readonly task: number; readonly duration_s: number },
): void {
  const value = (column: number) => (column < 0 ? Number.NaN : (values[column] as number))
  const isFirst = sums[at.files] === 0
  if (isFirst) for (const place of [at.min, at.minTask, at.max, at.maxTask]) sums[place] = Number.NaN
  add(sums, at.files, 1)
  add(sums, at.weight, weight)
  addMin(sums, value(min), task)
  addMax(sums, value(max), task)
  add(sums, at.mean, value(mean))
  add(sums, at.meanWeighted, weight === 0 ? 0 : weight * value(mean))
  add(sums, at.variance, value(std) ** 2)
  add(sums, at.varianceWeighted, weight === 0 ? 0 : weight * value(std) ** 2)
  for (const [i, { column, exponent, isDamage }] of members.entries()) {
    addPower(sums, kFixed + kOfMember * i, 1, value(column), exponent)
    addPower(
      sums,
      kFixed + kOfMember * i + 2,
      weight,
      isDamage ? (value(column) * kHour_s) / duration_s : value(column),
      exponent,
    )
  }
}

export function caseStatistics(sums: Float64Array, members: readonly CaseMember[]): CaseStatistics {
  const of = (place: number) => sums[place] as number
  const files = of(at.files)
  const weight = of(at.weight)
  const isWeighted = weight > 0
  const divisor = isWeighted ? weight : files
  return {
    files,
    weight,
    min: of(at.min),
    minTask: of(at.minTask),
    meanOfMin: of(at.minCount) > 0 ? of(at.minSum) / of(at.minCount) : Number.NaN,
    max: of(at.max),
    maxTask: of(at.maxTask),
    meanOfMax: of(at.maxCount) > 0 ? of(at.maxMean) : Number.NaN,
    stdOfMax: of(at.maxCount) > 1 ? Math.sqrt(of(at.maxSquares) / (of(at.maxCount) - 1)) : Number.NaN,
    mean: of(isWeighted ? at.meanWeighted : at.mean) / divisor,
    std: Math.sqrt(of(isWeighted ? at.varianceWeighted : at.variance) / divisor),
    members: members.map(({ exponent, isDamage }, i) => {
      const byWeight = isWeighted && !isDamage
      const place = kFixed + kOfMember * i + (byWeight ? 2 : 0)
      return powerMean(of(place), of(place + 1), byWeight ? weight : files, exponent)
    }),
  }
}

/** Scale and sum of Σ w·x^m, of a damage Σ w·x/hours: what the load case adds to the lifetime. */
export function contribution(sums: Float64Array, member: number): readonly [number, number] {
  const place = kFixed + kOfMember * member + 2
  return [sums[place] as number, sums[place + 1] as number]
}

function add(sums: Float64Array, place: number, value: number): void {
  sums[place] = (sums[place] as number) + value
}

function addMin(sums: Float64Array, value: number, task: number): void {
  if (Number.isNaN(value)) return
  add(sums, at.minSum, value)
  add(sums, at.minCount, 1)
  if (value >= (sums[at.min] as number)) return
  sums[at.min] = value
  sums[at.minTask] = task
}

/** Mean and squares as Welford has them: maxima may be near each other and far from 0. */
function addMax(sums: Float64Array, value: number, task: number): void {
  if (Number.isNaN(value)) return
  add(sums, at.maxCount, 1)
  const before = value - (sums[at.maxMean] as number)
  add(sums, at.maxMean, before / (sums[at.maxCount] as number))
  add(sums, at.maxSquares, before * (value - (sums[at.maxMean] as number)))
  if (value <= (sums[at.max] as number)) return
  sums[at.max] = value
  sums[at.maxTask] = task
}
