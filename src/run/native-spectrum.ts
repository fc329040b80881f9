import type { NativeFilter, NativeSpectrum } from '../addon/native.js'
import type { FilterSettings, SpectrumSettings } from '../contract/spec.js'

/** The settings as the core takes them: 0 for what is not given, infinity for no end. */
export function nativeSpectrum({
  segmentSamples,
  resolution_hz,
  transformSamples,
  to_hz,
  ...same
}: SpectrumSettings): NativeSpectrum {
  return {
    ...same,
    segmentSamples: segmentSamples ?? 0,
    resolution_hz: resolution_hz ?? 0,
    transformSamples: transformSamples ?? 0,
    to_hz: to_hz ?? Number.POSITIVE_INFINITY,
  }
}

export function nativeFilters(filters: readonly FilterSettings[]): NativeFilter[] {
  return filters.map(({ channels, type, low_hz, high_hz, order }) => ({
    channels: [...channels],
    type,
    low_hz,
    high_hz: high_hz ?? low_hz,
    order,
  }))
}
