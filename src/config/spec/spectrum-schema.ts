import { z } from 'zod'
import { detrends, type FilterSettings, filterTypes, type SpectrumSettings, spectrumWindows } from '../../contract/spec.js'
import { filterSettings, kMostOrder, kMostSamples, spectrumSettings } from '../spectrum-options.js'
import { frequency, hertzOf } from './quantities.js'

const samples = (description: string) =>
  z.int().min(2).max(kMostSamples).optional().describe(`${description}: a whole number from 2 to ${kMostSamples}`)

/** `statistics.spectrum` as a user writes it. */
export const spectrumSchema = z
  .strictObject({
    segment_samples: samples(
      'Samples of a segment, taken as they are (default: eight segments, half of each shared with the next)',
    ),
    resolution: frequency('Instead of segment_samples: the widest frequency step').optional(),
    window: z
      .enum(spectrumWindows)
      .optional()
      .describe(`${spectrumWindows.join(', ')} (default: hann)`),
    overlap: z.number().min(0).max(0.99).optional().describe('what neighbouring segments share, from 0 to 0.99 (default: 0.5)'),
    detrend: z
      .enum(detrends)
      .optional()
      .describe(`${detrends.join(', ')}: what is taken from each segment (default: constant)`),
    transform_samples: samples('Segments are filled up with zeros to so many samples (default: not at all)'),
    from: frequency('Moments and peak leave out frequencies below').optional(),
    to: frequency('Moments and peak leave out frequencies above').optional(),
    density: z.boolean().optional().describe('true gives the densities themselves too, as a table (default: false)'),
  })
  .describe('how spectra are estimated: an object')

const cutoff = frequency('The cutoff')

/** The top-level `filter`. */
export const filterSchema = z
  .array(
    z
      .strictObject({
        channels: z
          .array(z.union([z.string().min(1), z.int().min(0)]))
          .min(1)
          .optional()
          .describe('a list of names, globs, or indices (default: all)'),
        type: z.enum(filterTypes).describe(filterTypes.join(', ')),
        cutoff: z
          .union([cutoff, z.array(cutoff).length(2)])
          .describe('a frequency as 0.1Hz; of a band a list of two, the lower first'),
        order: z.int().min(1).max(kMostOrder).optional().describe(`a whole number from 1 to ${kMostOrder} (default: 4)`),
      })
      .describe('a filter: an object with channels, type, cutoff and order'),
  )
  .describe('zero-phase Butterworth filters that channels pass before all statistics, in this order: a list')

export function resolveSpectrum(given: z.input<typeof spectrumSchema> | undefined): SpectrumSettings {
  if (!given) return spectrumSettings()
  const { segment_samples, resolution, transform_samples, from, to, ...same } = given
  return spectrumSettings({
    ...same,
    segmentSamples: segment_samples,
    resolution_hz: optionalHertz(resolution),
    transformSamples: transform_samples,
    from_hz: optionalHertz(from),
    to_hz: optionalHertz(to),
  })
}

export function resolveFilters(given: z.input<typeof filterSchema> = []): FilterSettings[] {
  return filterSettings(
    given.map(({ channels, type, cutoff: cutoffs, order }) => ({
      channels: channels?.map(String),
      type,
      cutoff_hz: Array.isArray(cutoffs) ? [hertzOf(cutoffs[0] ?? 0), hertzOf(cutoffs[1] ?? 0)] : hertzOf(cutoffs),
      order,
    })),
  )
}

/** The settings as a spec has them. */
export function describeSpectrum(settings: SpectrumSettings): z.input<typeof spectrumSchema> {
  const { segmentSamples, resolution_hz, window, overlap, detrend, transformSamples, from_hz, to_hz, density } = settings
  return {
    ...(segmentSamples === null ? {} : { segment_samples: segmentSamples }),
    ...(resolution_hz === null ? {} : { resolution: `${resolution_hz}Hz` }),
    window,
    overlap,
    detrend,
    ...(transformSamples === null ? {} : { transform_samples: transformSamples }),
    ...(from_hz === 0 ? {} : { from: `${from_hz}Hz` }),
    ...(to_hz === null ? {} : { to: `${to_hz}Hz` }),
    density,
  }
}

export function describeFilters(filters: readonly FilterSettings[]): z.input<typeof filterSchema> {
  return filters.map(({ channels, type, low_hz, high_hz, order }) => ({
    ...(channels.length > 0 ? { channels: [...channels] } : {}),
    type,
    cutoff: high_hz === null ? `${low_hz}Hz` : [`${low_hz}Hz`, `${high_hz}Hz`],
    order,
  }))
}

function optionalHertz(value: number | string | undefined): number | undefined {
  return value === undefined ? undefined : hertzOf(value)
}
