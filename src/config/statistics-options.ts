import { z } from 'zod'
import { WavemillError } from '../contract/error.js'
import type { FatigueSettings, Residue } from '../contract/fatigue.js'
import type { FamilyName } from '../contract/generated/contract.js'
import { asWritten, check, type NameSetting } from './check.js'
import { type DerivedInput, derivedSchema } from './derived.js'
import { type ExtremesOptions, extremesProblem, extremesSchema, extremesSettings } from './extremes-options.js'
import { isInBounds, numberedFamily } from './family-names.js'
import { fatigueSchema } from './fatigue/schema.js'
import {
  type FilterOptions,
  filterOptionsSchema,
  filterProblem,
  filterSettings,
  type SpectrumOptions,
  spectrumOptionsSchema,
  spectrumProblem,
  spectrumSettings,
} from './spectrum-options.js'

export interface PeriodOptions {
  /** First time of the period, itself included; the file's own first by default. */
  from_s?: number | undefined
  /** Last time of the period, itself included; the file's own last by default. */
  to_s?: number | undefined
}

export interface AbortOptions {
  /** Aborts the work; what is under way ends with CANCELLED. */
  signal?: AbortSignal | undefined
}

export interface StatisticsOptions extends PeriodOptions, AbortOptions {
  /** Names, globs (`Ptfm*`), `name#2` for the second of that name, or indices as text; all channels by default. */
  channels?: readonly string[] | undefined
  /** Channels that are computed from others (docs/expressions.md); they come after a file's own, and `channels` means them too. */
  derived?: readonly DerivedInput[] | undefined
  /** Wöhler exponents of the damage-equivalent loads; 3, 4, 5 and 10 by default. */
  del?: readonly number[] | undefined
  /** 1, 5, 50, 95 and 99 by default. */
  percentiles?: readonly number[] | undefined
  /** Names or globs of columns (docs/statistics.md); `del` and `percentiles` add to them. All default ones when left out. */
  columns?: readonly string[] | undefined
  /** f_eq of the damage-equivalent loads; 1 Hz by default. */
  equivalentFrequency_hz?: number | undefined
  /** Every other channel at each channel's extremes: `true`, or names and globs of the channels whose values are wanted. Not by default. */
  linked?: boolean | readonly string[] | undefined
  /** How cycles are counted, S-N curves: what the spec has under `statistics.fatigue` (docs/fatigue.md). */
  fatigue?: FatigueSettings | undefined
  /** How spectra are estimated, for the columns `spectral_*`. */
  spectrum?: SpectrumOptions | undefined
  /** Storm, distributions, thresholds: what the spec has under `statistics.extremes` (docs/statistics.md). */
  extremes?: ExtremesOptions | undefined
  /** Filters before all statistics; a channel passes each that means it, in this order. */
  filter?: readonly FilterOptions[] | undefined
}

export interface RainflowOptions extends PeriodOptions, AbortOptions {
  /** What becomes of the reversals that no cycle closes; half cycles by default. */
  residue?: Residue | undefined
  /** Gate of the racetrack filter: in the channel's unit, or a part of its range as `5%`. */
  racetrack?: number | string | undefined
}

const names = z.array(z.string().min(1))
const period = {
  from_s: z.number().optional().describe('a time in seconds'),
  to_s: z.number().optional().describe('a time in seconds'),
}
const abort = { signal: z.instanceof(AbortSignal).optional().describe('an AbortSignal') }

const statisticsSchema = z.strictObject({
  ...period,
  ...abort,
  channels: names.optional().describe('a list of channel names or globs'),
  del: parameters('damage_equivalent_load', 'Wöhler exponents'),
  percentiles: parameters('percentile', 'percents'),
  columns: names.optional().describe('a list of names or globs of columns'),
  equivalentFrequency_hz: z.number().positive().optional().describe('a frequency in Hz above 0'),
  linked: z
    .union([z.boolean(), names.min(1)])
    .optional()
    .describe('true, or a list of channel names or globs'),
  fatigue: fatigueSchema.optional(),
  spectrum: spectrumOptionsSchema.optional(),
  extremes: extremesSchema.optional(),
  filter: filterOptionsSchema.optional(),
  derived: derivedSchema.optional(),
})
const { residue, racetrack } = fatigueSchema.shape
const rainflowSchema = z.strictObject({ ...period, ...abort, residue, racetrack })
const inspectSchema = z.strictObject(abort)

/** @errors   CONFIG_VALUE */
export function checkStatisticsOptions(options: unknown, nameOf: NameSetting = asWritten): StatisticsOptions {
  return consistent(rising(check(statisticsSchema, options, nameOf), nameOf), nameOf)
}

/** @errors   CONFIG_VALUE */
export function checkRainflowOptions(options: unknown, nameOf: NameSetting = asWritten): RainflowOptions {
  return rising(check(rainflowSchema, options, nameOf), nameOf)
}

/** @errors   CONFIG_VALUE */
export function checkInspectOptions(options: unknown): AbortOptions {
  return check(inspectSchema, options, asWritten)
}

/** What the core takes for `linked`: undefined for none, an empty list for all. */
export function linkedPatterns(linked: StatisticsOptions['linked']): string[] | undefined {
  if (linked === undefined || linked === false) return undefined
  return linked === true ? [] : [...linked]
}

function parameters(name: FamilyName, plural: string) {
  const family = numberedFamily(name)
  const one = z.number().refine((parameter) => isInBounds(family, parameter))
  return z.array(one).optional().describe(`a list of ${plural} from ${family.from} to ${family.to}`)
}

function consistent(options: StatisticsOptions, nameOf: NameSetting): StatisticsOptions {
  const problem = (key: string, text: string | undefined) => text && `${nameOf(key)}: ${text}`
  const found =
    problem('spectrum', spectrumProblem(spectrumSettings(options.spectrum))) ??
    problem('extremes', extremesProblem(extremesSettings(options.extremes))) ??
    problem('filter', filterSettings(options.filter).map(filterProblem).find(Boolean))
  if (found === undefined) return options
  throw new WavemillError('CONFIG_VALUE', found)
}

function rising<Options extends PeriodOptions>(options: Options, nameOf: NameSetting): Options {
  const { from_s = Number.NEGATIVE_INFINITY, to_s = Number.POSITIVE_INFINITY } = options
  if (from_s <= to_s) return options
  throw new WavemillError('CONFIG_VALUE', `${nameOf('from_s')} is ${from_s}, later than ${nameOf('to_s')}, which is ${to_s}`)
}
