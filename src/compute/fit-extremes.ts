import { loadAddon } from '../addon/load.js'
import type { NativeFit } from '../addon/native-extremes.js'
import type { ExtremeFit, FitOptions } from '../contract/extremes.js'
import { distributions, fitMethods, intervalMethods, statuses } from '../contract/generated/contract.js'

/**
 * Fits a distribution to a few extremes: the peaks of a record, or the largest values of many seeds.
 *
 * @param values    finite, in any order
 * @param options   taken as they are: src/config/fit-options.ts checks them
 * @returns         with a verdict other than `ok`, `fit_failed:too_few_peaks` say, there is no level
 * @errors          NATIVE_LOAD
 * @cost            O(values): some tens of microseconds for a hundred
 * @reference       docs/statistics.md, Extremes
 */
export function fitExtremes(values: readonly number[] | Float64Array, options: FitOptions = {}): ExtremeFit {
  const { distribution = 'gumbel', method = 'likelihood', location = 0, isOfSmallest = false } = options
  const native = loadAddon().fitExtremes(Float64Array.from(values), {
    distribution: distributions.indexOf(distribution),
    method: fitMethods.indexOf(method),
    isOfSmallest,
    location: location === 'free' ? 0 : location,
    isLocationFree: location === 'free',
    valuesInStorm: options.valuesInStorm ?? 1,
    risk: options.risk ?? 0.1,
    confidence: options.confidence ?? 0.95,
    fewest: options.fewest ?? 10,
  })
  return extremeFit(native)
}

function extremeFit({ verdict, count, interval, ...numbers }: NativeFit): ExtremeFit {
  const orNull = (value: number) => (Number.isNaN(value) ? null : value)
  return {
    verdict: statuses[verdict] ?? 'ok',
    count,
    location: orNull(numbers.location),
    scale: orNull(numbers.scale),
    shape: orNull(numbers.shape),
    logLikelihood: orNull(numbers.logLikelihood),
    level: orNull(numbers.level),
    lower: orNull(numbers.lower),
    upper: orNull(numbers.upper),
    interval: intervalMethods[interval] ?? 'none',
  }
}
