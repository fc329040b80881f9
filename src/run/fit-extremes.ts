import { fitExtremes as fitChecked } from '../compute/fit-extremes.js'
import { checkFitOptions, checkFitValues } from '../config/fit-options.js'
import type { ExtremeFit, FitOptions } from '../contract/extremes.js'

/**
 * Fits a distribution to a few extremes: the largest values of seeds, or the peaks of a record, and says what a storm brings.
 *
 * @param values    finite, in any order
 * @returns         with a verdict other than `ok`, such as `fit_failed:too_few_peaks`, there is no level
 * @errors          CONFIG_VALUE, NATIVE_LOAD
 * @cost            O(values): some tens of microseconds for a hundred
 * @reference       docs/statistics.md, Extremes: distributions, methods, bounds
 */
export function fitExtremes(values: readonly number[] | Float64Array, options: FitOptions = {}): ExtremeFit {
  return fitChecked(checkFitValues(values), checkFitOptions(options))
}
