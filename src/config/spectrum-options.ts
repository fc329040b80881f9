import { z } from 'zod'
import {
  type Detrend,
  detrends,
  type FilterSettings,
  type FilterType,
  filterTypes,
  type SpectrumSettings,
  type SpectrumWindow,
  spectrumWindows,
} from '../contract/spec.js'

/** How power spectral densities are estimated: Welch's method, as `scipy.signal.welch` has it. */
export interface SpectrumOptions {
  /** Samples of a segment, taken as they are; 2, 3 and 5 as its only factors are quickest. By default eight segments cover the period. */
  segmentSamples?: number | undefined
  /** Instead: the widest frequency step; the segment is then the shortest quick one that is as fine. */
  resolution_hz?: number | undefined
  /** `hann` by default. */
  window?: SpectrumWindow | undefined
  /** Of a segment, from 0 to 0.99; 0.5 by default. */
  overlap?: number | undefined
  /** What is taken from each segment; `constant` by default. */
  detrend?: Detrend | undefined
  /** Segments are filled up with zeros to so many samples; not by default. */
  transformSamples?: number | undefined
  /** Moments and peak are of the frequencies from here … */
  from_hz?: number | undefined
  /** … to here alone, both included. */
  to_hz?: number | undefined
  /** The densities themselves too, as `spectra` of a row or a table of their own. */
  density?: boolean | undefined
}

/** A zero-phase Butterworth filter that channels pass before anything is computed of them. */
export interface FilterOptions {
  /** Names, globs, `name#2`, indices; all by default. */
  channels?: readonly string[] | undefined
  type: FilterType
  /** One frequency; of a band its two, the lower first. */
  cutoff_hz: number | readonly [number, number]
  /** From 1 to 20; 4 by default. */
  order?: number | undefined
}

/** Of a segment: its memory stays below a GB. */
export const kMostSamples = 2 ** 24
export const kMostOrder = 20
const kOrder = 4

const samples = z.int().min(2).max(kMostSamples).optional()
const frequency = z.number().positive().optional()

export const spectrumOptionsSchema = z
  .strictObject({
    segmentSamples: samples,
    resolution_hz: frequency,
    window: z.enum(spectrumWindows).optional(),
    overlap: z.number().min(0).max(0.99).optional(),
    detrend: z.enum(detrends).optional(),
    transformSamples: samples,
    from_hz: z.number().min(0).optional(),
    to_hz: frequency,
    density: z.boolean().optional(),
  })
  .describe(
    `an object with segmentSamples (whole, from 2) or resolution_hz, window (${spectrumWindows.join(', ')}), overlap (0 to 0.99), ` +
      `detrend (${detrends.join(', ')}), transformSamples, from_hz, to_hz, density (true or false)`,
  )

export const filterOptionsSchema = z
  .array(
    z.strictObject({
      channels: z.array(z.string().min(1)).optional(),
      type: z.enum(filterTypes),
      cutoff_hz: z.union([z.number().positive(), z.tuple([z.number().positive(), z.number().positive()])]),
      order: z.int().min(1).max(kMostOrder).optional(),
    }),
  )
  .describe(
    `a list of objects with channels (names, globs), type (${filterTypes.join(', ')}), cutoff_hz (a frequency, of a band a list of two) ` +
      `and order (1 to ${kMostOrder})`,
  )

const kDefaults: SpectrumSettings = {
  segmentSamples: null,
  resolution_hz: null,
  window: 'hann',
  overlap: 0.5,
  detrend: 'constant',
  transformSamples: null,
  from_hz: 0,
  to_hz: null,
  density: false,
}

/** @param base   what holds where an option is not given */
export function spectrumSettings(options: SpectrumOptions = {}, base: SpectrumSettings = kDefaults): SpectrumSettings {
  const isLengthGiven = options.segmentSamples !== undefined || options.resolution_hz !== undefined
  const length = isLengthGiven ? options : base
  return {
    segmentSamples: length.segmentSamples ?? null,
    resolution_hz: length.resolution_hz ?? null,
    window: options.window ?? base.window,
    overlap: options.overlap ?? base.overlap,
    detrend: options.detrend ?? base.detrend,
    transformSamples: options.transformSamples ?? base.transformSamples,
    from_hz: options.from_hz ?? base.from_hz,
    to_hz: options.to_hz ?? base.to_hz,
    density: options.density ?? base.density,
  }
}

export function filterSettings(options: readonly FilterOptions[] = []): FilterSettings[] {
  return options.map(({ channels = [], type, cutoff_hz, order = kOrder }) => {
    const [low_hz, high_hz] = typeof cutoff_hz === 'number' ? [cutoff_hz, null] : cutoff_hz
    return { channels: [...channels], type, low_hz, high_hz, order }
  })
}

/** What is wrong among settings that are right by themselves. */
export function spectrumProblem({ segmentSamples, resolution_hz, transformSamples, from_hz, to_hz }: SpectrumSettings) {
  if (segmentSamples !== null && resolution_hz !== null) return 'it takes the length of a segment or a resolution, not both'
  if (segmentSamples !== null && transformSamples !== null && transformSamples < segmentSamples)
    return `its transform of ${transformSamples} samples is shorter than its segment of ${segmentSamples}`
  if (to_hz !== null && from_hz > to_hz)
    return `its band goes from ${from_hz} Hz to ${to_hz} Hz; the end must not be below the begin`
  return undefined
}

/** What is wrong with a filter whose settings are right by themselves. */
export function filterProblem({ type, low_hz, high_hz }: FilterSettings): string | undefined {
  const isBand = type === 'bandpass' || type === 'bandstop'
  if (isBand && high_hz === null) return `a ${type} takes two cutoffs, the lower first`
  if (!isBand && high_hz !== null) return `a ${type} takes one cutoff`
  if (high_hz !== null && low_hz >= high_hz) return `its cutoffs are ${low_hz} Hz and ${high_hz} Hz; the lower comes first`
  return undefined
}
