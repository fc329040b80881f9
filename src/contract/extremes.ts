import type { ChannelStatus, Distribution, FitMethod, IntervalMethod } from './generated/contract.js'

/** How a distribution is fitted to a few extremes, and which level is asked of it. */
export interface FitOptions {
  /** `gumbel` by default: of block maxima, as the largest values of seeds are. Rayleigh is not fitted. */
  readonly distribution?: Exclude<Distribution, 'rayleigh'> | undefined
  /** `likelihood` by default. */
  readonly method?: FitMethod | undefined
  /** The values are minima: everything is mirrored. */
  readonly isOfSmallest?: boolean | undefined
  /**
   * Where a Weibull distribution of two parameters begins, or the threshold of a generalised Pareto one: values that are not beyond it take no part.
   * `free`: Weibull of three parameters. 0 by default.
   */
  readonly location?: number | 'free' | undefined
  /** How many such values a storm is expected to hold; 1 by default: each value is a storm's extreme. */
  readonly valuesInStorm?: number | undefined
  /** That the storm's extreme goes beyond the level; 0.1 by default. */
  readonly risk?: number | undefined
  /** Of the level's interval; 0.95 by default. */
  readonly confidence?: number | undefined
  /** Values that a fit wants; 10 by default. */
  readonly fewest?: number | undefined
}

/** A fitted distribution; null where a number does not exist. With a verdict other than `ok` there is no level. */
export interface ExtremeFit {
  readonly verdict: ChannelStatus
  /** Values that took part. */
  readonly count: number
  readonly location: number | null
  readonly scale: number | null
  /** Weibull's k; generalised Pareto's ξ, positive where the tail is heavy; null for Gumbel. */
  readonly shape: number | null
  readonly logLikelihood: number | null
  /** What the storm's extreme goes beyond with the risk, and its confidence interval. */
  readonly level: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly interval: IntervalMethod
}

/** Beyond which value a peak is one over the threshold: of the channel's unit, a percent of its samples, standard deviations from its mean. */
export interface Threshold {
  readonly kind: 'none' | 'value' | 'percentile' | 'deviations'
  readonly value: number
}

/** What is asked of each channel's extremes, every default filled in. */
export interface ExtremesSettings {
  /** Their columns are given. */
  readonly distributions: readonly Distribution[]
  readonly stormDuration_s: number
  readonly risk: number
  readonly confidence: number
  readonly method: FitMethod
  /** What Weibull and Gumbel are fitted to; generalised Pareto always takes peaks over the threshold. */
  readonly peaks: 'global' | 'threshold'
  /** Weibull's: the mean or the threshold, or estimated. */
  readonly weibullLocation: 'given' | 'free'
  readonly threshold: Threshold
  readonly thresholdLower: Threshold
  readonly decluster_s: number
  readonly minPeaks: number
}
