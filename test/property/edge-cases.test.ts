import { afterAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.js'
import { npyFile } from '../support/npy-file.js'
import { rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'

// The edge cases, through the public library.

const folder = temporaryFolder()
const engine = createEngine({ timeStep_s: 0.5, lanes: 2 })
afterAll(() => engine.close())

let fileCount = 0
async function rowOf(samples: readonly number[]) {
  const path = folder.write(`${fileCount++}.npy`, npyFile([Float64Array.from(samples)]))
  const columns = ['*', 'std_sample', 'skewness_unbiased', 'kurtosis_unbiased']
  const [row] = await rowsOf(engine, path, { columns, del: [1, 4, 10, 3.5] })
  return { row, path }
}

const shape = ['skewness', 'kurtosis', 'skewness_unbiased', 'kurtosis_unbiased'] as const
const ofOrder = [
  'integral',
  'upcrossing_count',
  'mean_upcrossing_period_s',
  'mean_crest_period_s',
  'm0',
  'm2',
  'm4',
  'bandwidth',
] as const
const loads = ['del_m1', 'del_m4', 'del_m10', 'del_m3_5'] as const
const nulls = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]))

describe('a constant channel', () => {
  test.each([0, 0.1, -4.35e-7, 1e300])('of %d has a std of exactly 0, no shape, and no damage', async (value) => {
    const { row } = await rowOf(new Array(5000).fill(value))
    expect(row).toMatchObject({
      status: 'constant',
      min: value,
      max: value,
      mean: value,
      std: 0,
      range: 0,
      p01: value,
      p50: value,
      p99: value,
    })
    expect(row).toMatchObject({ std_sample: 0, ...nulls(shape), del_m1: 0, del_m4: 0, del_m10: 0, del_m3_5: 0 })
    expect(row).toMatchObject({
      upcrossing_count: 0,
      time_of_min_s: 0,
      time_of_max_s: 0,
      ...nulls(['mean_upcrossing_period_s', 'mean_crest_period_s']),
    })
  })
})

describe('a ramp', () => {
  test('is one half cycle of max - min', async () => {
    const { row, path } = await rowOf(Array.from({ length: 5001 }, (_, i) => 3 * i))
    const duration_s = 2500
    expect(row?.del_m1).toBeCloseTo((0.5 * 15_000) / duration_s, 12)
    expect(row?.del_m4).toBeCloseTo(15_000 * (0.5 / duration_s) ** 0.25, 8)
    expect(row?.del_m10).toBeCloseTo(15_000 * (0.5 / duration_s) ** 0.1, 8)
    // All columns are asked for, fits of extremes too, and a ramp has one peak.
    expect(row).toMatchObject({
      status: 'fit_failed:too_few_peaks',
      upcrossing_count: 1,
      mean_upcrossing_period_s: null,
      mean_crest_period_s: null,
    })
    const { cycles } = await engine.rainflow(path, 'col0')
    expect(cycles).toEqual([{ range: 15_000, mean: 7500, count: 0.5, start_index: 0, end_index: 5000 }])
  })
})

describe('few samples', () => {
  test('one has a value and nothing that needs a duration', async () => {
    const { row, path } = await rowOf([7.5])
    expect(row).toMatchObject({
      status: 'too_short',
      count: 1,
      min: 7.5,
      max: 7.5,
      mean: 7.5,
      std: 0,
      p01: 7.5,
      p99: 7.5,
      integral: 0,
    })
    expect(row).toMatchObject({
      std_sample: null,
      upcrossing_count: 0,
      ...nulls(shape),
      ...nulls(loads),
      mean_upcrossing_period_s: null,
    })
    expect((await engine.rainflow(path, '0')).cycles).toEqual([])
  })

  test('two are one half cycle', async () => {
    const { row, path } = await rowOf([1, 4])
    expect(row).toMatchObject({
      status: 'too_short', // for a spectrum
      mean: 2.5,
      std: 1.5,
      skewness: 0,
      kurtosis: 1,
      integral: 1.25,
      upcrossing_count: 1,
    })
    expect(row).toMatchObject({ skewness_unbiased: null, kurtosis_unbiased: null, del_m1: 3 })
    expect((await engine.rainflow(path, '0')).cycles).toEqual([{ range: 3, mean: 2.5, count: 0.5, start_index: 0, end_index: 1 }])
  })
})

describe('samples that are not finite', () => {
  test.each([Number.NaN, Infinity, -Infinity])('nothing but %d', async (value) => {
    const { row } = await rowOf(new Array(3000).fill(value))
    expect(row).toMatchObject({ status: 'nonfinite', count: 3000, nonfinite_count: 3000 })
    expect(row).toMatchObject(
      nulls([
        'min',
        'max',
        'mean',
        'std',
        'rms',
        'range',
        'abs_max',
        'time_of_min_s',
        'p01',
        'p50',
        ...shape,
        ...ofOrder,
        ...loads,
      ]),
    )
  })

  test.each([
    ['first', 0, 1],
    ['in the middle', 1500, 1501],
    ['last', 5999, 6000],
    ['a whole block', 2048, 4096],
  ])('some, %s: what needs the order is null, the rest is over the others', async (_, from, to) => {
    const samples = Array.from({ length: 6000 }, (_, i) => ((i * 37) % 101) - 50)
    const finite = samples.filter((_, i) => i < from || i >= to)
    const { row, path } = await rowOf(samples.fill(Number.NaN, from, to))
    const mean = finite.reduce((sum, x) => sum + x, 0) / finite.length
    const variance = finite.reduce((sum, x) => sum + (x - mean) ** 2, 0) / finite.length
    expect(row).toMatchObject({ status: 'nonfinite', count: 6000, nonfinite_count: to - from, min: -50, max: 50, p50: 0 })
    expect(row?.mean).toBeCloseTo(mean, 12)
    expect(row?.std).toBeCloseTo(Math.sqrt(variance), 12)
    expect(row).toMatchObject({ ...nulls(ofOrder), ...nulls(loads) })
    await expect(engine.rainflow(path, '0')).rejects.toMatchObject({ code: 'INPUT_NONFINITE', offsetBytes: 128 + 8 * from })
  })
})
