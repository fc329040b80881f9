import { describe, expect, test } from 'vitest'
import { LoadCases } from '../../../src/cases/load-cases.js'
import { addPower, mergePower, powerMean } from '../../../src/cases/power-sum.js'
import type { CasePlan, FileResult } from '../../../src/contract/batch.js'

const columns = ['del_m4', 'std', 'max', 'min', 'mean', 'del_m10']
const members = [
  { name: 'del_m4', exponent: 4, isDamage: false },
  { name: 'del_m10', exponent: 10, isDamage: false },
]

type Row = readonly [del4: number, std: number, max: number, min: number, mean: number, del10: number]

function result(task: number, rows: Record<string, Row>): FileResult {
  const names = Object.keys(rows)
  return {
    file: { task, path: `file${task}`, sizeBytes: 1, modified_ms: 1 },
    format: 'outb',
    readPath: 'mapped',
    warnings: [],
    periods: [{ name: 'whole', sampleCount: 2, start_s: 0, stop_s: 1, step_s: 1 }],
    channels: { index: names.map((_, i) => i), name: names, unit: names.map(() => 'kN') },
    status: new Uint8Array(names.length),
    values: Float64Array.from(Object.values(rows).flat()),
    extras: [],
  }
}

const plan = (weights: number[] | undefined, ofTask = [0, 1, 0]): CasePlan => ({
  fields: ['hs'],
  cases: [
    { name: '3', fields: ['3'] },
    { name: '6', fields: ['6'] },
  ],
  ofTask,
  weights,
  lifetime_h: 100,
  fit: undefined,
})

function computed(given: CasePlan, results: readonly FileResult[]): LoadCases {
  const cases = new LoadCases(given, columns, members)
  for (const each of results) cases.add(each)
  return cases
}

const three = [
  result(0, { Fx: [10, 3, 7, -1, 2, 20] }),
  result(1, { Fx: [30, 5, 9, -9, 1, 60], Fy: [1, 1, 1, 1, 1, 1] }),
  result(2, { Fx: [20, 4, 5, -2, 4, 40] }),
]

describe('load cases', () => {
  test('without weights every file of a load case counts the same', () => {
    const [fx3, fx6, fy6] = computed(plan(undefined), three).loadCases()
    expect(fx3?.keys).toEqual(['3', '3', 'whole', 'Fx', 'kN', 2, 'file2', 'file0', '', ''])
    const wanted = [-2, -1.5, 7, 6, Math.SQRT2, 3, Math.sqrt(12.5)]
    expect(fx3?.values[0]).toBeNaN()
    for (const [i, value] of wanted.entries()) expect(fx3?.values[1 + i]).toBeCloseTo(value, 12)
    expect(fx3?.values.slice(8, 14)).toEqual(new Array(6).fill(Number.NaN))
    expect(fx3?.values[14]).toBeCloseTo(((10 ** 4 + 20 ** 4) / 2) ** 0.25, 12)
    expect(fx3?.values[15]).toBeCloseTo(((20 ** 10 + 40 ** 10) / 2) ** 0.1, 12)
    expect(fx6?.values.slice(1, 6)).toEqual([-9, -9, 9, 9, Number.NaN])
    expect(fy6?.keys.slice(0, 4)).toEqual(['6', '6', 'whole', 'Fy'])
  })

  test('with weights means and loads are weighted, extremes are not', () => {
    const [fx] = computed(plan([0.3, 0.6, 0.1]), three).loadCases()
    const wanted = [0.4, -2, -1.5, 7, 6, Math.SQRT2, 2.5, Math.sqrt((0.3 * 9 + 0.1 * 16) / 0.4)]
    for (const [i, value] of wanted.entries()) expect(fx?.values[i]).toBeCloseTo(value, 12)
    expect(fx?.values[14]).toBeCloseTo(((0.3 * 10 ** 4 + 0.1 * 20 ** 4) / 0.4) ** 0.25, 12)
  })

  test('files that belong to no load case, and load cases without a file, are not there', () => {
    expect(
      computed(plan(undefined, [-1, 1, -1]), three)
        .loadCases()
        .map(({ keys }) => keys[0]),
    ).toEqual(['6', '6'])
  })

  test('a load case of no weight counts its files the same, and adds nothing to the lifetime', () => {
    const cases = computed(plan([0, 1, 0]), three)
    expect(cases.loadCases()[0]?.values[14]).toBeCloseTo(((10 ** 4 + 20 ** 4) / 2) ** 0.25, 12)
    expect(cases.lifetime()[0]?.values).toEqual([1, 100, 1, 30, 60])
  })

  test('a file that has no value leaves its load case without one; extremes go on', () => {
    const gap: Row = [Number.NaN, Number.NaN, 8, -3, Number.NaN, 50]
    const cases = computed(plan([0.2, 0.5, 0.3]), [...three.slice(0, 2), result(2, { Fx: gap })])
    const [fx] = cases.loadCases()
    expect(fx?.values.slice(1, 5)).toEqual([-3, -2, 8, 7.5])
    expect([fx?.values[6], fx?.values[7], fx?.values[14]]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(cases.lifetime()[0]?.values[3]).toBeNaN()
    expect(cases.lifetime()[0]?.values[4]).toBeCloseTo((0.2 * 20 ** 10 + 0.5 * 60 ** 10 + 0.3 * 50 ** 10) ** 0.1, 10)
  })
})

test('the extremes of the files of a load case are fitted, the smallest mirrored, in the order of the plan; what is not finite takes no part', () => {
  const asked: [readonly number[], boolean][] = []
  const cases = new LoadCases(plan(undefined), columns, members, (values, isOfSmallest) => {
    asked.push([values, isOfSmallest])
    const none = { location: null, scale: null, shape: null, logLikelihood: null, interval: 'none' as const }
    const count = values.length
    if (count < 2) return { ...none, verdict: 'fit_failed:too_few_peaks', count, level: null, lower: null, upper: null }
    return { ...none, verdict: 'ok', count, level: isOfSmallest ? -20 : 20, lower: -30, upper: 30 }
  })
  const gap: Row = [1, 1, Number.NaN, Number.NEGATIVE_INFINITY, 1, 1]
  for (const each of [...three, result(3, { Fx: gap })]) cases.add(each)
  const [fx3, fx6] = cases.loadCases()
  expect(fx3?.keys.slice(-2)).toEqual(['ok', 'ok'])
  expect(fx3?.values.slice(8, 14)).toEqual([20, -30, 30, -20, -30, 30])
  expect(fx6?.keys.slice(-2)).toEqual(['fit_failed:too_few_peaks', 'fit_failed:too_few_peaks'])
  const levels = cases.governing().filter(({ keys }) => keys[1] === 'Fx' && String(keys[3]).endsWith('level'))
  expect(levels.map(({ keys, values }) => [keys[3], keys[4], values[0]])).toEqual([
    ['max_level', '3', 20],
    ['min_level', '3', -20],
  ])
  expect(asked.slice(0, 2)).toEqual([
    [[7, 5], false],
    [[-1, -2], true],
  ])
  expect(asked).toHaveLength(6) // once each, though two tables have them
})

describe('lifetime', () => {
  test('is (Σ p·DEL^m)^(1/m), and not Σ p·DEL', () => {
    const [fx, fy] = computed(plan([0.3, 0.6, 0.1]), three).lifetime()
    expect(fx?.keys).toEqual(['whole', 'Fx', 'kN', 2, 3])
    const del4 = (0.3 * 10 ** 4 + 0.6 * 30 ** 4 + 0.1 * 20 ** 4) ** 0.25
    expect(fx?.values[3]).toBeCloseTo(del4, 12)
    expect(Math.abs((fx?.values[3] ?? 0) - (0.3 * 10 + 0.6 * 30 + 0.1 * 20))).toBeGreaterThan(3)
    expect(fx?.values[0]).toBeCloseTo(1, 15)
    expect(fx?.values[2]).toBeCloseTo(0.3 * 2 + 0.6 * 1 + 0.1 * 4, 14)
    expect(fy?.keys.slice(3)).toEqual([1, 1])
  })

  test('equal loads of all cases are the load of the lifetime, whatever the weights', () => {
    const same = [0, 1, 2].map((task) => result(task, { Fx: [7, 1, 1, 1, 1, 9] }))
    const [fx] = computed(plan([0.25, 0.5, 0.25]), same).lifetime()
    expect(fx?.values.slice(3)).toEqual([7, 9])
  })
})

test('damages: the mean of the files in a load case; Σ p·D·lifetime/T over the lifetime, each file by its own duration', () => {
  const damage = [{ name: 'damage_dnv_d_air', exponent: 1, isDamage: true }]
  const cases = new LoadCases(plan([0.3, 0.6, 0.1]), ['damage_dnv_d_air', 'max'], damage)
  const file = (task: number, value: number, stop_s: number): FileResult => ({
    ...result(task, { Fx: [0, 0, 0, 0, 0, 0] }),
    periods: [{ name: 'whole', sampleCount: 2, start_s: 100, stop_s, step_s: 1 }],
    values: Float64Array.of(value, task),
  })
  for (const each of [file(0, 1e-6, 700), file(1, 4e-6, 3700), file(2, 3e-6, 700)]) cases.add(each)
  expect(cases.loadCases()[0]?.values[14]).toBeCloseTo(2e-6, 18)
  const wanted = 100 * 3600 * ((0.3 * 1e-6) / 600 + (0.6 * 4e-6) / 3600 + (0.1 * 3e-6) / 600)
  expect(cases.lifetime()[0]?.values[3]).toBeCloseTo(wanted, 15)
  const governing = cases.governing().find(({ keys }) => keys[3] === 'damage_dnv_d_air')
  expect(governing?.keys[4]).toBe('3')
  expect(governing?.values[1]).toBeCloseTo((100 * 3600 * (0.6e-6 / 600)) / wanted, 14)
})

describe('what governs', () => {
  const rows = computed(plan([0.3, 0.6, 0.1]), three).governing()
  const ofFx = Object.fromEntries(
    rows.filter(({ keys }) => keys[1] === 'Fx').map(({ keys, values }) => [keys[3], [keys[4], keys[5], ...values]]),
  )

  test('the largest, of minima the smallest, with the file that has it', () => {
    expect(ofFx.max).toEqual(['6', 'file1', 9, Number.NaN])
    expect(ofFx.min).toEqual(['6', 'file1', -9, Number.NaN])
    expect(ofFx.mean_of_max?.slice(0, 3)).toEqual(['6', '', 9])
  })

  test('of an equivalent load the case that adds most to the lifetime, with its share', () => {
    const all = 0.3 * 10 ** 4 + 0.6 * 30 ** 4 + 0.1 * 20 ** 4
    expect(ofFx.del_m4?.[0]).toBe('6')
    expect(ofFx.del_m4?.[3]).toBeCloseTo((0.6 * 30 ** 4) / all, 12)
    const rare = computed(plan([0.999, 0.0001, 0]), three)
      .governing()
      .find(({ keys }) => keys[3] === 'del_m4')
    expect(rare?.keys[4]).toBe('3')
    const unweighted = computed(plan(undefined), three)
      .governing()
      .find(({ keys }) => keys[3] === 'del_m4')
    expect([unweighted?.keys[4], unweighted?.values]).toEqual(['6', [30, Number.NaN]])
  })

  test('of equal values the first case governs', () => {
    const same = [0, 1].map((task) => result(task, { Fx: [7, 1, 1, 1, 1, 9] }))
    for (const { keys } of computed(plan(undefined), same).governing()) expect(keys[4]).toBe('3')
  })
})

test('sums of powers neither overflow nor vanish', () => {
  const sums = new Float64Array(2)
  for (const x of [1e200, 3e200, 0, 2e200]) addPower(sums, 0, 0.25, x, 12)
  expect(powerMean(sums[0] as number, sums[1] as number, 1, 12)).toBeCloseTo(
    3e200 * (0.25 * (1 + (1 / 3) ** 12 + (2 / 3) ** 12)) ** (1 / 12),
    -190,
  )
  const small = new Float64Array(2)
  mergePower(small, 0, [1e-200, 0.5], 10)
  mergePower(small, 0, [0, 0], 10)
  expect(powerMean(small[0] as number, small[1] as number, 0.5, 10)).toBe(1e-200)
  mergePower(small, 0, [Number.NaN, 0.5], 10)
  expect(powerMean(small[0] as number, small[1] as number, 1, 10)).toBeNaN()
})
