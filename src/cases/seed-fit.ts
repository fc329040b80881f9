import type { ExtremeFit } from '../contract/extremes.js'

/** Fits the extremes of the files of a load case; the smallest ones mirrored. */
export type FitSeeds = (values: readonly number[], isOfSmallest: boolean) => ExtremeFit

/** The extremes of one channel in the files of one load case. */
export interface SeedExtremes {
  readonly maxima: number[]
  readonly minima: number[]
}

/** What comes of fitting them, as it is in `load_cases`. */
export interface FittedSeeds {
  /** ok, or why there is no level; empty where nothing is fitted. */
  readonly maxFit: string
  readonly minFit: string
  /** Level with its interval of the maxima, then of the minima; NaN: does not exist. */
  readonly levels: readonly number[]
}

const kNotFitted: FittedSeeds = { maxFit: '', minFit: '', levels: new Array<number>(6).fill(Number.NaN) }

export function fittedSeeds(extremes: SeedExtremes | undefined, fitSeeds: FitSeeds | undefined): FittedSeeds {
  if (!extremes || !fitSeeds) return kNotFitted
  const largest = fitSeeds(extremes.maxima, false)
  const smallest = fitSeeds(extremes.minima, true)
  return { maxFit: largest.verdict, minFit: smallest.verdict, levels: [...levelsOf(largest), ...levelsOf(smallest)] }
}

function levelsOf({ level, lower, upper }: ExtremeFit): number[] {
  return [level, lower, upper].map((value) => value ?? Number.NaN)
}
