import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extremesSettings } from '../../../../src/config/extremes-options.js'
import { checkSpec } from '../../../../src/config/spec/check-spec.js'
import { describeSpec } from '../../../../src/config/spec/describe-spec.js'
import { parseSpec } from '../../../../src/config/spec/parse-spec.js'
import { defaultSpec } from '../../../../src/config/spec/resolve-spec.js'
import { specTemplate } from '../../../../src/config/spec/template.js'
import { spectrumSettings } from '../../../../src/config/spectrum-options.js'
import { isWavemillError } from '../../../../src/contract/error.js'

function faultsOf(text: string): string[] {
  try {
    parseSpec(text, 'w.yml')
  } catch (error) {
    if (isWavemillError(error)) return [error.code, ...error.message.split('\n')]
    throw error
  }
  return []
}

const small = 'version: 1\ninput: { files: results }\n'

describe('a spec', () => {
  test('has its defaults filled in, the same as files on the command line', () => {
    expect(parseSpec(small, 'w.yml')).toEqual(defaultSpec(['results']))
    expect(parseSpec(small, 'w.yml')).toEqual({
      input: { files: ['results'], recursive: false },
      output: { folder: 'wavemill-out', tables: ['parquet', 'csv'] },
      channels: [],
      statistics: {
        columns: undefined,
        percentiles: [1, 5, 50, 95, 99],
        del: [3, 4, 5, 10],
        equivalentFrequency_hz: 1,
        fatigue: { residue: 'half', equivalent_cycles: 'T' },
        spectrum: spectrumSettings(),
        extremes: extremesSettings(),
      },
      filters: [],
      derived: [],
      periods: [{ name: 'whole', from_s: null, to_s: null }],
      reading: { mode: 'auto', timeStep_s: undefined },
      lanes: undefined,
    })
  })

  test('times and frequencies in the units that people write', () => {
    const periods = 'periods: { a: { from: 10s, to: 1.5min }, b: { from: 2h }, c: { to: 250ms }, d: { from: -5, to: 1e3 } }'
    const spec = parseSpec(
      `${small}${periods}\nstatistics: { equivalent_frequency: 0.1Hz }\nreading: { time_step: 50 ms }\n`,
      'w.yml',
    )
    expect(spec.periods).toEqual([
      { name: 'a', from_s: 10, to_s: 90 },
      { name: 'b', from_s: 7200, to_s: null },
      { name: 'c', from_s: null, to_s: 0.25 },
      { name: 'd', from_s: -5, to_s: 1000 },
    ])
    expect(spec.statistics.equivalentFrequency_hz).toBe(0.1)
    expect(spec.reading.timeStep_s).toBe(0.05)
  })

  test('printed and read back it is the same', () => {
    const text = `${small}channels: ['Ptfm*', 7, 'Force#2']\nstatistics: { columns: [max], percentiles: [], del: [3.5], fatigue: { residue: repeat, curves: [dnv_d_air, { name: mine, m1: 3, log_a1: 12 }], channels: { 'Twr*': { scf: 1.2, bins: { width: 2 } } } } }\nperiods: { 'a b': { from: 1.25s } }\nlanes: 3\n`
    const spectrum =
      '{ resolution: 0.01Hz, window: boxcar, overlap: 0, transform_samples: 4096, from: 0.02, to: 1Hz, density: true }'
    const filters =
      "filter: [{ type: lowpass, cutoff: 0.5Hz }, { channels: ['F*', 3], type: bandstop, cutoff: [0.1, 0.2Hz], order: 2 }]"
    const spectral = `${small}${filters}\nstatistics: { spectrum: ${spectrum} }\n`
    expect(parseSpec(spectral, 'w.yml').filters[1]).toEqual({
      channels: ['F*', '3'],
      type: 'bandstop',
      low_hz: 0.1,
      high_hz: 0.2,
      order: 2,
    })
    for (const spec of [parseSpec(small, 'w.yml'), parseSpec(text, 'w.yml'), parseSpec(spectral, 'w.yml')])
      expect(parseSpec(describeSpec(spec), 'again.yml')).toEqual(spec)
  })

  test('the template of init is one, and so is the object of the same shape', () => {
    expect(parseSpec(specTemplate('file:///schema.json'), 'w.yml').input.files).toEqual(['.'])
    expect(checkSpec({ version: 1, input: { files: ['results'] } })).toEqual(defaultSpec(['results']))
    expect(() => checkSpec({ version: 1, input: { files: ['x'] }, statistics: { del: [3, 'four'] } })).toThrow(
      /'statistics\.del\[1\]' is 'four'/,
    )
  })
})

describe('a fault is named with its place', () => {
  test.each([
    ['version: 2\ninput: { files: x }\n', /^w\.yml:1:10: 'version' is 2; it takes 1/],
    ['version: 1\n', /^w\.yml:1:1: 'input' is missing/],
    ['version: 1\ninput: {}\n', /^w\.yml:2:8: 'input\.files' is missing/],
    [`${small}chanels: [a]\n`, /^w\.yml:3:1: unknown key 'chanels'; did you mean 'channels'\?/],
    [
      `${small}statistics:\n  percentile: [1]\n`,
      /^w\.yml:4:3: unknown key 'statistics\.percentile'; did you mean 'percentiles'\?/,
    ],
    [
      `${small}statistics:\n  percentiles: [1, 101]\n`,
      /^w\.yml:4:20: 'statistics\.percentiles\[1\]' is 101; it takes a list of percents from 0 to 100/,
    ],
    [`${small}periods:\n  a: { from: 5x }\n`, /^w\.yml:4:14: 'periods\.a\.from' is '5x'; it takes First time .* 10s/],
    [`${small}periods: { a: { from: 5, to: 4 } }\n`, /^w\.yml:3:15: 'periods\.a' goes from 5 s to 4 s/],
    [`${small}statistics: { columns: [maxx] }\n`, /^w\.yml:3:24: .*'maxx'.*did you mean 'max'/],
    [
      `${small}output: { tables: [excel] }\n`,
      /^w\.yml:3:20: 'output\.tables\[0\]' is 'excel'; it takes a list of parquet, csv, json/,
    ],
    [`${small}lanes: 0\n`, /^w\.yml:3:8: 'lanes' is 0; it takes threads/],
    [`${small}reading: { time_step: 0s }\n`, /^w\.yml:3:\d+: 'reading\.time_step' is 0 s/],
    [
      `${small}statistics: { spectrum: { segment_samples: 100, resolution: 1Hz } }\n`,
      /^w\.yml:3:25: 'statistics\.spectrum': it takes the length of a segment or a resolution, not both/,
    ],
    [
      `${small}statistics: { spectrum: { window: han } }\n`,
      /^w\.yml:3:35: 'statistics\.spectrum\.window' is 'han'; it takes hann, hamming/,
    ],
    [`${small}filter: [{ type: lowpass, cutoff: [1, 2] }]\n`, /^w\.yml:3:10: 'filter\[0\]': a lowpass takes one cutoff/],
    [`${small}filter: [{ type: bandpass, cutoff: [2, 1] }]\n`, /^w\.yml:3:10: 'filter\[0\]': its cutoffs are 2 Hz and 1 Hz/],
    [
      `${small}filter: [{ type: lowpas, cutoff: 1 }]\n`,
      /^w\.yml:3:18: 'filter\[0\]\.type' is 'lowpas'; it takes lowpass, highpass/,
    ],
    ['- 1\n', /^w\.yml:1:1: '' is a list|^w\.yml:1:1: /],
  ])('%j', (text, says) => {
    const [code, first] = faultsOf(text)
    expect(code).toBe('CONFIG_VALUE')
    expect(first).toMatch(says)
  })

  test.each([
    ['version: 1\nversion: 1\n', /^w\.yml:2:1: /],
    ['version: [1\n', /^w\.yml:\d+:\d+: /],
    ['a: 1\n---\nb: 2\n', /^w\.yml:\d+:\d+: .*document/],
    [
      `a: &a [x, x]\nb: &b [*a, *a]\n${'c: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n'}`,
      /alias/i,
    ],
  ])('what is no YAML, or too much of it: %j', (text, says) => {
    const [code, first] = faultsOf(text)
    expect(code).toBe('CONFIG_SPEC_SYNTAX')
    expect(first).toMatch(says)
  })

  test('all of them are told, in the order of the file', () => {
    const faults = faultsOf('version: 1\nlanes: x\ninput: { files: [] }\nfoo: 1\n')
    expect(faults.slice(1).map((fault) => fault.slice(0, 8))).toEqual(['w.yml:2:', 'w.yml:3:', 'w.yml:4:'])
  })
})

test('the JSON Schema that is shipped knows the same keys', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../../docs/wavemill.schema.json', import.meta.url), 'utf8'))
  expect(Object.keys(schema.properties)).toEqual([
    'version',
    'input',
    'output',
    'channels',
    'filter',
    'derived',
    'statistics',
    'periods',
    'lines',
    'cases',
    'reading',
    'lanes',
  ])
  expect(schema.required).toEqual(['version', 'input'])
  expect(schema.additionalProperties).toBe(false)
  expect(schema.properties.output.properties.tables.items.enum).toEqual(['parquet', 'csv', 'json'])
})
