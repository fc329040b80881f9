import { describe, expect, test } from 'vitest'
import { caseRecord } from '../../../src/sample/case-record.js'
import { caseName, loadCases } from '../../../src/sample/load-case.js'
import { irregularSea, respond } from '../../../src/sample/sea.js'

const storm = { significantHeight_m: 9, peakPeriod_s: 14, peakedness: 3.3 }

function record(heading_deg: number, seed = 1) {
  const { channels } = caseRecord({ size: 'standard', sea: storm, heading_deg, seed })
  return new Map(channels.map(({ name, samples }) => [name, samples]))
}

const mean = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / x.length
function std(x: Float64Array | undefined): number {
  if (!x) throw new Error('no such channel')
  const centre = mean(x)
  return Math.sqrt(x.reduce((sum, value) => sum + (value - centre) ** 2, 0) / x.length)
}

describe('a load case', () => {
  const head = record(180)
  const beam = record(90)

  test('has the sea that its name says', () => {
    expect(4 * std(head.get('Wave1Elev'))).toBeGreaterThan(8.9)
    expect(4 * std(head.get('Wave1Elev'))).toBeLessThan(9.1)
    expect(caseName({ size: 'standard', sea: storm, heading_deg: 90, seed: 3 })).toBe('semi_Hs09.0_Tp14.0_dir090_s03')
  })

  test('waves from ahead neither roll the vessel nor push it sideways; waves from the side do not pitch it', () => {
    expect(std(head.get('PtfmRoll'))).toBe(0)
    expect(std(head.get('PtfmSway'))).toBe(0)
    expect(std(head.get('PtfmPitch'))).toBeGreaterThan(0.1)
    expect(std(beam.get('PtfmPitch'))).toBe(0)
    expect(std(beam.get('PtfmRoll'))).toBeGreaterThan(0.1)
  })

  test('the vessel drifts down the waves, and slowly', () => {
    const surge = head.get('PtfmSurge') as Float64Array
    expect(mean(surge)).toBeLessThan(-1)
    const crossings = surge.filter((value, i) => value < mean(surge) && (surge[i + 1] ?? value) >= mean(surge)).length
    expect(600 / crossings).toBeGreaterThan(14)
  })

  test('opposite lines answer each other; bending decays with depth', () => {
    expect(Math.max(...(head.get('FairTen1') as Float64Array))).toBeGreaterThan(1600)
    expect(mean(head.get('FairTen1') as Float64Array)).toBeGreaterThan(mean(head.get('FairTen5') as Float64Array))
    const depths = [5, 20, 50, 100, 210].map((depth) => std(head.get(`RiserM${String(depth).padStart(3, '0')}`)))
    expect(depths).toEqual([...depths].sort((a, b) => b - a))
  })

  test('the turned pointer is the cosine', () => {
    const sea = irregularSea(storm, 600, 5)
    const times_s = Float64Array.from({ length: 3000 }, (_, i) => i * 0.1)
    const history = respond(sea, times_s)
    for (const i of [0, 1, 511, 512, 1700, 2999]) {
      const direct = sea.reduce(
        (sum, wave) => sum + wave.amplitude_m * Math.cos(wave.omega_rad_s * (times_s[i] ?? 0) + wave.phase_rad),
        0,
      )
      expect(Math.abs((history[i] ?? 0) - direct)).toBeLessThan(1e-10) // of metres: 300 waves, 512 turns of an error of 1e-16 each
    }
  })
})

test('a matrix of load cases: sea, heading, seed; as many as asked for, each once', () => {
  const cases = loadCases('standard', 60, 1)
  expect(cases).toHaveLength(60)
  expect(new Set(cases.map(caseName)).size).toBe(60)
  expect(loadCases('large', 6, 4).every(({ seed }) => seed === 4)).toBe(true)
})
