import { describe, expect, it } from 'vitest'
import { parseExtremes } from '../../../src/cli/extremes-flags.js'
import { planColumns } from '../../../src/config/columns.js'
import { describeExtremes, extremesSchema, extremesSettings } from '../../../src/config/extremes-options.js'
import { checkSpec } from '../../../src/config/spec/check-spec.js'
import { describeSpec } from '../../../src/config/spec/describe-spec.js'
import { parseSpec } from '../../../src/config/spec/parse-spec.js'
import { effectiveExtremes } from '../../../src/run/native-extremes.js'

const spec = (extremes: object) => ({ version: 1, input: { files: 'a' }, statistics: { extremes } })

describe('settings of extremes', () => {
  it('have the defaults that docs/spec.md gives, and are read back as they are written', () => {
    const byDefault = extremesSettings()
    expect(byDefault).toMatchObject({
      distributions: [],
      stormDuration_s: 10800,
      risk: 0.1,
      confidence: 0.95,
      method: 'likelihood',
    })
    expect(extremesSettings(describeExtremes(byDefault))).toEqual(byDefault)
    const own = extremesSettings({
      distributions: ['gpd'],
      storm_duration: '1.5h',
      threshold: 'p90',
      decluster: '20s',
      min_peaks: 30,
    })
    expect(extremesSettings(describeExtremes(own))).toEqual(own)
    expect(own.stormDuration_s).toBe(5400)
  })

  it('take thresholds as values, percentiles and standard deviations, mirrored for the minima', () => {
    const of = (threshold: number | string) => {
      const { threshold: upper, thresholdLower: lower } = extremesSettings({ threshold })
      return [upper, lower]
    }
    expect(of(12.5)).toEqual([
      { kind: 'value', value: 12.5 },
      { kind: 'none', value: 0 },
    ])
    expect(of('p97.5')).toEqual([
      { kind: 'percentile', value: 97.5 },
      { kind: 'percentile', value: 2.5 },
    ])
    expect(of('mean + 2std')).toEqual([
      { kind: 'deviations', value: 2 },
      { kind: 'deviations', value: -2 },
    ])
    expect(of('none')).toEqual([
      { kind: 'none', value: 0 },
      { kind: 'none', value: 0 },
    ])
    expect(extremesSettings({ threshold: 5, threshold_lower: -3 }).thresholdLower).toEqual({ kind: 'value', value: -3 })
  })

  it('are refused where they are wrong, with what they take', () => {
    for (const threshold of ['p101', 'p', 'mean+std', 'median+1std', ''])
      expect(extremesSchema.safeParse({ threshold }).success, threshold).toBe(false)
    expect(() => checkSpec(spec({ risk: 1 }))).toThrow(/'statistics\.extremes\.risk' is 1; it takes .*between 0 and 1/)
    expect(() => checkSpec(spec({ storm_duratio: '3h' }))).toThrow(
      /unknown key 'statistics\.extremes\.storm_duratio'; did you mean 'storm_duration'/,
    )
    expect(() => checkSpec(spec({ storm_duration: '-1s' }))).toThrow(/'statistics\.extremes': its storm lasts -1 s/)
    expect(() => checkSpec(spec({ distributions: ['gev'] }))).toThrow(/rayleigh, weibull, gumbel, gpd/)
  })

  it('of a spec come back from its description', () => {
    const resolved = checkSpec(spec({ distributions: ['weibull', 'gpd'], threshold: 'p95', storm_duration: '1h' }))
    expect(parseSpec(describeSpec(resolved), 'a.yml').statistics.extremes).toEqual(resolved.statistics.extremes)
  })

  it('bring the columns of their distributions, with or without others', () => {
    const { names } = planColumns({ columns: ['max'], extremes: { distributions: ['rayleigh', 'gpd'] } })
    expect(names[0]).toBe('max')
    expect(names).toContain('rayleigh_min_risk')
    expect(names).toContain('gpd_max_verdict')
    expect(names).toContain('pot_max_threshold')
    expect(names.some((name) => name.startsWith('weibull'))).toBe(false)
    expect(planColumns({}).names.some((name) => name.includes('verdict'))).toBe(false)
  })

  it('count for the identity of a run only where a column is theirs', () => {
    expect(effectiveExtremes(extremesSettings({ risk: 0.2 }), ['max', 'mean'])).toBeUndefined()
    expect(effectiveExtremes(extremesSettings({ risk: 0.2 }), ['weibull_max_level'])).toMatchObject({ risk: 0.2 })
  })
})

describe('--extremes', () => {
  it('takes distributions and settings', () => {
    const given = parseExtremes('weibull,gpd,storm=3h,risk=0.01,threshold=mean+2std,decluster=20,method=pwm')
    const wanted = {
      distributions: ['weibull', 'gpd'],
      storm_duration: '3h',
      risk: 0.01,
      threshold: 'mean+2std',
      decluster: 20,
      method: 'pwm',
    }
    expect(given).toEqual(wanted)
    expect(parseExtremes('rayleigh', given).distributions).toEqual(['weibull', 'gpd', 'rayleigh'])
  })

  it('says what it takes', () => {
    expect(() => parseExtremes('gumble')).toThrow(/'gumble' is none of rayleigh, weibull, gumbel, gpd, storm=…/)
    expect(() => parseExtremes('risk=high')).toThrow(/'high' is not a number/)
  })
})
