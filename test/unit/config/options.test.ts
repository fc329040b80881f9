import { describe, expect, test } from 'vitest'
import { checkEngineOptions } from '../../../src/config/engine-options.js'
import { checkInspectOptions, checkRainflowOptions, checkStatisticsOptions } from '../../../src/config/statistics-options.js'

function refusal(message: string) {
  return expect.objectContaining({ name: 'WavemillError', code: 'CONFIG_VALUE', disposition: 'abort-run', message })
}

describe('checkStatisticsOptions', () => {
  test('gives right options back', () => {
    const options = {
      channels: ['Ptfm*'],
      from_s: -5,
      to_s: 10,
      del: [3, 3.5],
      percentiles: [],
      columns: ['min'],
      equivalentFrequency_hz: 2,
      signal: new AbortController().signal,
    }
    expect(checkStatisticsOptions(options)).toEqual(options)
    expect(checkStatisticsOptions({ del: undefined })).toEqual({ del: undefined })
  })

  test.each([
    [{ del: [4, -1] }, 'del[1] is -1; del takes a list of Wöhler exponents from 0.1 to 100'],
    [{ del: [Number.NaN] }, 'del[0] is NaN; del takes a list of Wöhler exponents from 0.1 to 100'],
    [{ del: 4 }, 'del is 4; del takes a list of Wöhler exponents from 0.1 to 100'],
    [{ percentiles: [100.5] }, 'percentiles[0] is 100.5; percentiles takes a list of percents from 0 to 100'],
    [{ percentiles: [1e-9] }, 'percentiles[0] is 1e-9; percentiles takes a list of percents from 0 to 100'],
    [{ from_s: '1' }, "from_s is '1'; from_s takes a time in seconds"],
    [{ from_s: 5, to_s: 4 }, 'from_s is 5, later than to_s, which is 4'],
    [{ channels: 'Wave1Elev' }, "channels is 'Wave1Elev'; channels takes a list of channel names or globs"],
    [{ channels: [''] }, "channels[0] is ''; channels takes a list of channel names or globs"],
    [{ equivalentFrequency_hz: 0 }, 'equivalentFrequency_hz is 0; equivalentFrequency_hz takes a frequency in Hz above 0'],
    [{ signal: {} }, 'signal is an object; signal takes an AbortSignal'],
    [null, 'the options are null; they are an object'],
  ])('refuses %o', (options, message) => {
    expect(() => checkStatisticsOptions(options)).toThrow(refusal(message))
  })

  test('names the nearest right key', () => {
    expect(() => checkStatisticsOptions({ percentile: [5] })).toThrow(
      refusal(
        "there is no option 'percentile' (they are from_s, to_s, signal, channels, del, percentiles, columns, equivalentFrequency_hz, linked, fatigue, spectrum, extremes, filter, derived); did you mean 'percentiles'?",
      ),
    )
  })

  test('calls settings as the caller does', () => {
    const flagOf = (key: string) => `--${key.replace('_s', '')}`
    expect(() => checkStatisticsOptions({ from_s: 2, to_s: 1 }, flagOf)).toThrow(
      refusal('--from is 2, later than --to, which is 1'),
    )
    expect(() => checkStatisticsOptions({ del: [0] }, flagOf)).toThrow('--del[0] is 0; --del takes')
  })
})

describe('the other options', () => {
  test('of the engine', () => {
    expect(checkEngineOptions({ lanes: 3, isa: 'auto', readMode: 'map', timeStep_s: 0.5 })).toMatchObject({ lanes: 3 })
    expect(() => checkEngineOptions({ lanes: 1.5 })).toThrow(refusal('lanes is 1.5; lanes takes a whole number from 1 to 1024'))
    expect(() => checkEngineOptions({ readMode: 'mmap' })).toThrow(
      refusal("readMode is 'mmap'; readMode takes auto, map or read"),
    )
    expect(() => checkEngineOptions({ timeStep_s: Number.POSITIVE_INFINITY })).toThrow('timeStep_s is Infinity')
  })

  test('of rainflow and inspect', () => {
    expect(() => checkRainflowOptions({ from_s: 1, to_s: 0 })).toThrow('later than')
    expect(() => checkRainflowOptions({ del: [4] })).toThrow("there is no option 'del'")
    expect(() => checkInspectOptions({ from_s: 1 })).toThrow("there is no option 'from_s'")
  })
})
