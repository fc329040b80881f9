// Of the method table: what is asked of extremes, and what a fit gives.

export interface NativeThreshold {
  /** The channel's own value; a percent of its samples; standard deviations from its mean. */
  kind: 'none' | 'value' | 'percentile' | 'deviations'
  value: number
}

export interface NativeExtremeOptions {
  stormDuration_s: number
  risk: number
  confidence: number
  /** Number of the contract's fit method. */
  method: number
  takesPeaksOverThreshold: boolean
  isWeibullLocationFree: boolean
  upper: NativeThreshold
  lower: NativeThreshold
  decluster_s: number
  fewestPeaks: number
}

/** The words of the contract (distribution, method) as numbers. */
export interface NativeFitOptions {
  /** Not Rayleigh, which is not fitted. */
  distribution: number
  method: number
  /** The values are minima: everything is mirrored. */
  isOfSmallest: boolean
  /** Weibull of two parameters: where it begins; gpd: the threshold. Values that are not beyond it take no part. */
  location: number
  /** Weibull of three parameters. */
  isLocationFree: boolean
  /** How many such values a storm is expected to hold: 1 for the maxima of storms. */
  valuesInStorm: number
  /** That the storm's extreme goes beyond the level. */
  risk: number
  confidence: number
  /** Values that a fit wants; fewer are `fit_failed:too_few_peaks`. */
  fewest: number
}

export interface NativeFit {
  /** Number of the contract's status: ok, or why the fit cannot be trusted. */
  verdict: number
  /** Values that took part. */
  count: number
  location: number
  scale: number
  shape: number
  logLikelihood: number
  level: number
  lower: number
  upper: number
  /** Number of the contract's interval method. */
  interval: number
}
