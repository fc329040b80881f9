import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { File, ready } from 'h5wasm/node'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Engine, StatisticsRow } from '../../src/index.js'
import { builtEngine } from '../support/built-library.js'
import { rowsOf as allRowsOf } from '../support/rows.js'

// HDF5 files of DTU's tools and of SIMA, against what NumPy found in them, and against the statistics that a GTSDF file holds of itself.
// Extremes and percentiles have to be the same bits, mean and std within 1e-13 of std (and what f64 leaves of the magnitude).

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const gtsdf = join(shared, 'data/gtsdf/gtsdf_test.hdf5')
const sima = join(shared, 'data/sima/results_SIMA37dev.h5')

interface Reference {
  channels: Record<
    string,
    { unit: string | null; basic: Record<string, number>; del?: { rainflow_astm_unbinned?: Record<string, number> } }
  >
  cycles: Record<string, { cycles: number[][] }>
}

vi.setConfig({ testTimeout: 60_000 }) // the library takes its time on a machine that has other things to do

let engine: Engine
beforeAll(async () => {
  engine = await builtEngine()
})
afterAll(() => engine.close())

const rowsOf = (path: string) => allRowsOf(engine, path, { columns: ['*'] })

function reference(name: string): Reference {
  return JSON.parse(readFileSync(join(shared, 'reference', name), 'utf8'))
}

const exact = {
  min: 'min',
  max: 'max',
  time_of_min_s: 'time_of_min',
  time_of_max_s: 'time_of_max',
  p05: 'p05',
  p95: 'p95',
} as const

function expectAgreement(row: StatisticsRow, { basic, del }: Reference['channels'][string]): void {
  for (const [name, theirs] of Object.entries(exact)) expect(row[name as keyof typeof exact], name).toBe((basic[theirs] ?? 0) + 0)
  const within = 1e-13 * (basic.std_ddof0 ?? 0) + 4e-16 * (basic.absmax ?? 0)
  expect(Math.abs((row.mean ?? Number.NaN) - (basic.mean ?? 0))).toBeLessThanOrEqual(within)
  expect(Math.abs((row.std ?? Number.NaN) - (basic.std_ddof0 ?? 0))).toBeLessThanOrEqual(within)
  for (const [exponent, wanted] of Object.entries(del?.rainflow_astm_unbinned ?? {}))
    expect(Math.abs((row[`del_m${Number(exponent)}`] ?? Number.NaN) - wanted)).toBeLessThanOrEqual(
      1e-9 * Math.max(wanted, 1e-300),
    )
}

describe.skipIf(!existsSync(gtsdf))('GTSDF (skipped where ../shared is absent)', () => {
  test('agrees with the reference', async () => {
    const rows = await rowsOf(gtsdf)
    const wanted = Object.entries(reference('gtsdf_test.json').channels)
    expect(rows.map(({ name }) => name)).toEqual(wanted.map(([name]) => name.replace(/\|\d+$/, '').trim()))
    for (const [i, row] of rows.entries()) {
      expect(row.unit).toBe(wanted[i]?.[1].unit)
      expectAgreement(row, (wanted[i] as (typeof wanted)[number])[1])
    }
    expect(rows[0]?.file).toMatchObject({ format: 'gtsdf', sampleCount: 2440, time: { start_s: 0.025, step_s: 0.025 } })
    expect(rows[0]?.file.time.stop_s).toBe(61)
  })

  test('agrees with the statistics that the file holds of itself', async () => {
    await ready
    const file = new File(gtsdf, 'r')
    const embedded = file.get('postproc/statistics/data') as unknown as { value: Float64Array }
    const names = (file.get('postproc/statistics/statistic') as unknown as { value: string[] }).value
    const values = embedded.value
    file.close()
    const rows = await rowsOf(gtsdf)
    const column = (name: string) => names.indexOf(name)
    for (const [i, row] of rows.entries()) {
      const of = (name: string) => values[4 * i + column(name)] as number
      expect(row.min).toBe(of('min') + 0)
      expect(row.max).toBe(of('max') + 0)
      const within = 1e-13 * of('std') + 4e-16 * Math.max(Math.abs(of('min')), Math.abs(of('max')))
      expect(Math.abs((row.mean ?? Number.NaN) - of('mean'))).toBeLessThanOrEqual(within)
      expect(Math.abs((row.std ?? Number.NaN) - of('std'))).toBeLessThanOrEqual(within)
    }
  })

  test('cycles of a channel that shares its name with two others agree one by one', async () => {
    const [[name, wanted] = ['', { cycles: [] }]] = Object.entries(reference('gtsdf_test.json').cycles)
    const index = Object.keys(reference('gtsdf_test.json').channels).indexOf(name)
    const { cycles, index: counted } = await engine.rainflow(gtsdf, String(index))
    expect(counted).toBe(index)
    expect(cycles.map((c) => [c.range, c.mean, c.count, c.start_index, c.end_index])).toEqual(wanted.cycles)
    expect(await engine.rainflow(gtsdf, 'WSP gl. coo.,Vy#2')).toMatchObject({ index: 1 })
    await expect(engine.rainflow(gtsdf, 'WSP gl. coo.,Vy')).rejects.toThrow(/means 3 channels/)
  })

  test('a period, a glob and linked values, as for any other format', async () => {
    const rows = await allRowsOf(engine, gtsdf, {
      channels: ['*pos x*', 'Omega'],
      from_s: 10,
      to_s: 20,
      columns: ['mean', 'max', 'time_of_max_s'],
      linked: ['Omega', '0'],
    })
    expect(rows[0]).toMatchObject({ index: 3, name: 'Omega', unit: 'rad/s', mean: 0.5 })
    expect(rows[0]?.file).toMatchObject({ sampleCount: 401, time: { start_s: 399 * 0.025 + 0.025, stop_s: 20 } })
    expect(rows.length).toBe(16)
    const [, row] = rows
    expect(row).toMatchObject({
      linked: { extreme: ['min', 'max'], time_s: [expect.any(Number), row?.time_of_max_s], channels: { Omega: [0.5, 0.5] } },
    })
  })
})

describe.skipIf(!existsSync(sima))('SIMA HDF5 (skipped where ../shared is absent)', () => {
  test('agrees with the reference, which has every eighth series', async () => {
    const rows = new Map((await rowsOf(sima)).map((row) => [row.name, row]))
    const wanted = Object.entries(reference('sima_results37_h5.json').channels)
    expect(rows.size).toBe(774)
    expect(wanted.length).toBe(97)
    for (const [name, channel] of wanted) expectAgreement(rows.get(name.replaceAll('\\', '/')) as StatisticsRow, channel)
  })

  test('envelopes are no series, and are said once', async () => {
    const { warnings, time, sampleCount } = await engine.inspect(sima)
    expect(warnings).toEqual(['40 datasets of shape (2, n) are curves along a line, not time histories: left out'])
    expect(time).toEqual({ start_s: 0.5, stop_s: 100, step_s: 0.5, isAssumed: false })
    expect(sampleCount).toBe(200)
  })
})
