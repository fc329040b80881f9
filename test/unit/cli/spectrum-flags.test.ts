import { describe, expect, test } from 'vitest'
import { parseFilter, parseSpectrum } from '../../../src/cli/spectrum-flags.js'
import { checkStatisticsOptions } from '../../../src/config/statistics-options.js'

describe('--spectrum', () => {
  test('settings as the library calls them; given again, it adds', () => {
    expect(parseSpectrum('segment=4096, window=hamming,density')).toEqual({
      segmentSamples: 4096,
      window: 'hamming',
      density: true,
    })
    expect(parseSpectrum('to=0.5Hz', { window: 'boxcar' })).toEqual({ window: 'boxcar', to_hz: 0.5 })
  })

  test.each([
    ['segmnt=1', /'segmnt' is not a setting; they are segment, resolution/],
    ['segment', /'segment': write segment=VALUE, but density alone/],
    ['density=yes', /'density=yes'/],
    ['overlap=half', /'half' is not a number/],
  ])('%s is refused', (text, says) => {
    expect(() => parseSpectrum(text)).toThrow(says)
  })
})

describe('--filter', () => {
  test('type, cutoffs, order, channels; given again, it adds', () => {
    expect(parseFilter('lowpass:0.25Hz')).toEqual([{ type: 'lowpass', cutoff_hz: 0.25, order: undefined, channels: undefined }])
    const [, second] = parseFilter('bandpass:2e-2-0.5:2:Wave*,Fx', parseFilter('highpass:1:3'))
    expect(second).toEqual({ type: 'bandpass', cutoff_hz: [0.02, 0.5], order: 2, channels: ['Wave*', 'Fx'] })
  })

  test.each([['lowpass'], ['lowpass:'], ['lowpass:x'], ['lowpass:1:two']])('%s is refused', (text) => {
    expect(() => parseFilter(text)).toThrow()
  })

  test.each([
    ['bandpass:1', /filter: a bandpass takes two cutoffs/],
    ['lowpass:1-2', /filter: a lowpass takes one cutoff/],
    ['bandstop:2-1', /filter: its cutoffs are 2 Hz and 1 Hz/],
    ['bandpass:1-2-3', /filter\[0\]\.cutoff_hz is a list of 3/],
    ['lowpass:1:21', /filter\[0\]\.order is 21/],
    ['notch:1', /filter\[0\]\.type is 'notch'/],
  ])('%s is refused when all settings are checked', (text, says) => {
    expect(() => checkStatisticsOptions({ filter: parseFilter(text) })).toThrow(says)
  })
})

test.each([
  [{ segmentSamples: 100, resolution_hz: 1 }, /not both/],
  [{ segmentSamples: 100, transformSamples: 99 }, /99 samples is shorter than its segment of 100/],
  [{ from_hz: 2, to_hz: 1 }, /from 2 Hz to 1 Hz/],
  [{ overlap: 1 }, /spectrum\.overlap is 1/],
  [{ window: 'han' }, /spectrum\.window is 'han'/],
  [{ segments: 8 }, /segments/],
])('spectrum %j is refused', (spectrum, says) => {
  expect(() => checkStatisticsOptions({ spectrum })).toThrow(says)
})
