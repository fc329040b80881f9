import { z } from 'zod'
import type { ExtremesSettings, Threshold } from '../contract/extremes.js'
import { distributions, fitMethods } from '../contract/generated/contract.js'
import { duration, secondsOf } from './spec/quantities.js'

const kThreshold = /^(?:(none)|p(\d+(?:\.\d+)?)|mean\s*([+-])\s*(\d+(?:\.\d+)?)\s*std)$/
const kThresholdText = 'a value in the channel’s unit, a percentile as p95, mean+1.5std, or none'

const threshold = z.union([z.number(), z.string().refine((text) => thresholdOf(text) !== undefined)])
const chance = z.number().gt(0).lt(1)

/** As the spec and the library have it. */
export const extremesSchema = z
  .strictObject({
    distributions: z
      .array(z.enum(distributions))
      .optional()
      .describe(`a list of ${distributions.join(', ')}: their columns are given (default: none)`),
    storm_duration: duration('How long a storm lasts (default: 3h)').optional(),
    risk: chance.optional().describe('that the storm’s extreme goes beyond the level: a number between 0 and 1 (default: 0.1)'),
    confidence: chance.optional().describe('of the levels’ intervals: a number between 0 and 1 (default: 0.95)'),
    method: z
      .enum(fitMethods)
      .optional()
      .describe(`${fitMethods.join(', ')} (default: likelihood)`),
    peaks: z
      .enum(['global', 'threshold'])
      .optional()
      .describe('what weibull and gumbel are fitted to: global, threshold (default: global)'),
    weibull_location: z
      .enum(['given', 'free'])
      .optional()
      .describe('given (the mean or the threshold), or free: estimated too (default: given)'),
    threshold: threshold.optional().describe(`of peaks over it: ${kThresholdText} (default: mean+1.5std)`),
    threshold_lower: threshold
      .optional()
      .describe(`of the minima: ${kThresholdText} (default: the mirror of threshold; none where that is a value)`),
    decluster: duration('Peaks over the threshold closer than this are one (default: 0s)').optional(),
    min_peaks: z.int().min(0).max(1e9).optional().describe('peaks that a fit wants: a whole number (default: 10)'),
  })
  .describe('what is asked of extremes: an object with distributions, storm_duration, risk, threshold and others')

export type ExtremesOptions = z.input<typeof extremesSchema>

const kDefaults: ExtremesSettings = {
  distributions: [],
  stormDuration_s: 10800,
  risk: 0.1,
  confidence: 0.95,
  method: 'likelihood',
  peaks: 'global',
  weibullLocation: 'given',
  threshold: { kind: 'deviations', value: 1.5 },
  thresholdLower: { kind: 'deviations', value: -1.5 },
  decluster_s: 0,
  minPeaks: 10,
}

/** @param base   what holds where an option is not given */
export function extremesSettings(options: ExtremesOptions = {}, base: ExtremesSettings = kDefaults): ExtremesSettings {
  const upper = options.threshold === undefined ? undefined : thresholdOf(options.threshold)
  const lower = options.threshold_lower === undefined ? undefined : thresholdOf(options.threshold_lower)
  return {
    distributions: options.distributions ?? base.distributions,
    stormDuration_s: options.storm_duration === undefined ? base.stormDuration_s : secondsOf(options.storm_duration),
    risk: options.risk ?? base.risk,
    confidence: options.confidence ?? base.confidence,
    method: options.method ?? base.method,
    peaks: options.peaks ?? base.peaks,
    weibullLocation: options.weibull_location ?? base.weibullLocation,
    threshold: upper ?? base.threshold,
    thresholdLower: lower ?? (upper ? mirrored(upper) : base.thresholdLower),
    decluster_s: options.decluster === undefined ? base.decluster_s : secondsOf(options.decluster),
    minPeaks: options.min_peaks ?? base.minPeaks,
  }
}

/** What is wrong among settings that are right by themselves. */
export function extremesProblem({ stormDuration_s, decluster_s }: ExtremesSettings): string | undefined {
  if (!(stormDuration_s > 0)) return `its storm lasts ${stormDuration_s} s; it must last longer than 0`
  if (!(decluster_s >= 0)) return `its decluster is ${decluster_s} s; it must not be negative`
  return undefined
}

/** Every setting as the spec has it: `extremesSettings` reads it back as it is. */
export function describeExtremes(settings: ExtremesSettings): ExtremesOptions {
  return {
    distributions: [...settings.distributions],
    storm_duration: `${settings.stormDuration_s}s`,
    risk: settings.risk,
    confidence: settings.confidence,
    method: settings.method,
    peaks: settings.peaks,
    weibull_location: settings.weibullLocation,
    threshold: thresholdText(settings.threshold),
    threshold_lower: thresholdText(settings.thresholdLower),
    decluster: `${settings.decluster_s}s`,
    min_peaks: settings.minPeaks,
  }
}

function thresholdOf(given: number | string): Threshold | undefined {
  if (typeof given === 'number') return { kind: 'value', value: given }
  const match = kThreshold.exec(given.trim())
  if (!match) return undefined
  const [, none, percent, sign, deviations] = match
  if (none) return { kind: 'none', value: 0 }
  if (percent === undefined) return { kind: 'deviations', value: Number(deviations) * (sign === '-' ? -1 : 1) }
  return Number(percent) <= 100 ? { kind: 'percentile', value: Number(percent) } : undefined
}

/** The same of the other tail. A value has no mirror. */
function mirrored({ kind, value }: Threshold): Threshold {
  if (kind === 'percentile') return { kind, value: 100 - value }
  return kind === 'deviations' ? { kind, value: -value } : { kind: 'none', value: 0 }
}

function thresholdText({ kind, value }: Threshold): number | string {
  if (kind === 'none') return 'none'
  if (kind === 'percentile') return `p${value}`
  return kind === 'value' ? value : `mean${value < 0 ? '-' : '+'}${Math.abs(value)}std`
}
