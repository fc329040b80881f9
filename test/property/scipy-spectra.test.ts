import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { createEngine, type FilterOptions, type SpectrumOptions } from '../../src/index.js'
import { npyFile } from '../support/npy-file.js'
import { askPython, whyNoPython } from '../support/python-with-scipy.js'
import { randomWalk, waves, whiteNoise } from '../support/random-series.js'
import { type Row, rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'

interface Spectrum extends Record<string, number | number[]> {
  frequency_hz: number[]
  density: number[]
}
interface Filtered extends Record<string, number> {
  by_polynomials: number
}

const step_s = 0.05
const program = readFileSync(new URL('scipy-spectra.py', import.meta.url), 'utf8')
const reason = whyNoPython()

const series = [
  { name: 'waves', samples: waves(12_001, 1) },
  { name: 'white noise on a large mean', samples: whiteNoise(5003, 2, 1e6, 2) },
  { name: 'a random walk', samples: randomWalk(7919, 3) },
]
const welch: SpectrumOptions[] = [
  ...[256, 255, 257, 1000, 997, 1024, 2, 3, 4096, 5003].map((segmentSamples) => ({ segmentSamples })),
  ...(['hamming', 'blackman', 'blackmanharris', 'nuttall', 'flattop', 'boxcar'] as const).map((window) => ({
    segmentSamples: 500,
    window,
  })),
  { segmentSamples: 512, overlap: 0.75 },
  { segmentSamples: 511, overlap: 0 },
  { segmentSamples: 600, overlap: 0.333 },
  { segmentSamples: 512, detrend: 'linear' },
  { segmentSamples: 509, detrend: 'linear', overlap: 0.9 },
  { segmentSamples: 512, transformSamples: 2048 },
  { segmentSamples: 500, transformSamples: 1001 },
  { segmentSamples: 2048, from_hz: 0.05, to_hz: 0.5 },
]
/** For these a large mean is noise in the spectrum, in SciPy too. */
const withMean: SpectrumOptions = { segmentSamples: 512, detrend: 'none' }
const filters: (FilterOptions & { order: number })[] = [
  ...[1, 2, 3, 4, 5, 8].map((order) => ({ type: 'lowpass' as const, cutoff_hz: 0.7, order })),
  { type: 'highpass', cutoff_hz: 0.2, order: 4 },
  { type: 'highpass', cutoff_hz: 9.5, order: 3 },
  { type: 'bandpass', cutoff_hz: [0.3, 1.5], order: 2 },
  { type: 'bandpass', cutoff_hz: [0.5, 9], order: 3 },
  { type: 'bandstop', cutoff_hz: [0.2, 1.5], order: 3 },
]
const moments = ['spectral_m_minus1', 'spectral_m0', 'spectral_m1', 'spectral_m2', 'spectral_m4', 'spectral_peak_frequency_hz']

describe.skipIf(reason !== undefined)(`scipy.signal says the same${reason ? ` (skipped: ${reason})` : ''}`, () => {
  const engine = createEngine({ timeStep_s: step_s })
  afterAll(() => engine.close())
  const folder = temporaryFolder()

  describe.each(series)('$name', ({ name, samples }) => {
    const path = folder.write(`${name}.npy`, npyFile([samples]))
    const asked = [...welch, ...(name === 'waves' ? [withMean] : [])]
    const answer = reason
      ? { welch: [], filters: [] }
      : (askPython(program, { series: path, welch: asked, filters, step_s }) as { welch: Spectrum[]; filters: Filtered[] })

    test.each(asked.map((spectrum, i) => [JSON.stringify(spectrum), spectrum, i] as const))(
      'welch %s',
      async (_, spectrum, i) => {
        const columns = ['spectral_*']
        const [row] = (await rowsOf(engine, path, { columns, spectrum: { ...spectrum, density: true } })) as (Row & {
          spectra: { frequency_hz: number[]; density: number[] }
        })[]
        const wanted = answer.welch[i] as Spectrum
        const largest = Math.max(...wanted.density)
        expect(row?.spectra.frequency_hz.length).toBe(wanted.frequency_hz.length)
        for (const [k, f] of wanted.frequency_hz.entries()) {
          expect(Math.abs((row?.spectra.frequency_hz[k] ?? -1) - f)).toBeLessThanOrEqual(1e-15 * (1 + f))
          // The large mean costs SciPy digits: it is 5e5 standard deviations.
          const within = name.includes('mean') ? 1e-9 : 1e-12
          expect(Math.abs((row?.spectra.density[k] ?? -1) - (wanted.density[k] ?? 0)), `line ${k}`).toBeLessThanOrEqual(
            within * largest,
          )
        }
        for (const moment of moments) {
          const value = wanted[moment] as number
          const within = name.includes('mean') ? 1e-9 : 1e-11
          expect(Math.abs((row?.[moment] ?? -1) - value), moment).toBeLessThanOrEqual(within * Math.abs(value))
        }
      },
    )

    test.each(filters.map((filter, i) => [JSON.stringify(filter), filter, i] as const))('filtfilt %s', async (_, filter, i) => {
      const [row] = await rowsOf(engine, path, { filter: [filter] })
      const wanted = answer.filters[i] as Filtered
      const size = Math.max(...samples.map(Math.abs))
      for (const name of ['min', 'max', 'mean', 'std'])
        expect(Math.abs((row?.[name] ?? Number.NaN) - (wanted[name] ?? 0)), name).toBeLessThanOrEqual(1e-10 * size)
      expect(row?.time_of_max_s).toBeCloseTo(wanted.time_of_max_s ?? -1, 9)
      if (filter.order <= 3) expect(wanted.by_polynomials, 'filtfilt(b, a)').toBeLessThan(1e-7 * size)
    })
  })
})
