import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.js'
import { type NpyOptions, npyFile } from '../support/npy-file.js'
import { askPython, whyNoPython } from '../support/python-with-scipy.js'
import { randomWalk, waves, whiteNoise } from '../support/random-series.js'
import { type Row, rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'

type Answer = Record<string, number | null> & { percentiles: number[] }

const percents = [0, 1, 2.5, 5, 25, 33.333, 50, 66.7, 75, 95, 99, 99.9, 100]
const twoDigits = (percent: number) => String(percent).replace(/^(\d)(?!\d)/, '0$1')
const percentileNames = percents.map((percent) => `p${twoDigits(percent).replace('.', '_')}`)
const shapes = ['skewness', 'kurtosis', 'skewness_unbiased', 'kurtosis_unbiased']
const timeStep_s = 0.1
const program = readFileSync(new URL('numpy-statistics.py', import.meta.url), 'utf8')

interface Case {
  name: string
  columns: Float64Array[]
  options?: NpyOptions
}

/** Integers that every stored type holds. */
const counts = (count: number, seed: number) => waves(count, seed).map((x) => Math.round(100 + x))

const cases: Case[] = [
  ...[1, 2, 3, 4, 5, 100, 2048, 2049, 10_007].map((n) => ({
    name: `${n} samples of noise, a walk, waves and a constant`,
    columns: [whiteNoise(n, n, 3, 2), randomWalk(n, n + 1), waves(n, n + 2), new Float64Array(n).fill(0.1)],
  })),
  { name: 'a tiny spread on a large mean', columns: [1, 2, 3].map((seed) => whiteNoise(20_000, seed, 1e9, 1e-3)) },
  { name: 'a large spread and an outlier', columns: [whiteNoise(5000, 9, 0, 1e200 ** 0.25).fill(1e60, 77, 78)] },
  { name: 'int16', columns: [counts(9001, 4), counts(9001, 5)], options: { type: 'i2' } },
  { name: 'int16, Fortran order', columns: [counts(9001, 4), counts(9001, 5)], options: { type: 'i2', fortranOrder: true } },
  { name: 'big-endian int32', columns: [counts(3000, 6)], options: { type: 'i4', bigEndian: true } },
  { name: 'uint16', columns: [counts(3000, 7)], options: { type: 'u2' } },
  { name: 'float32', columns: [whiteNoise(9001, 8), randomWalk(9001, 9)], options: { type: 'f4' } },
  {
    name: 'big-endian float64, Fortran order',
    columns: [randomWalk(9001, 10)],
    options: { bigEndian: true, fortranOrder: true },
  },
]

const engine = createEngine({ timeStep_s })
afterAll(() => engine.close())

function check(row: Row, wanted: Answer): void {
  const std = wanted.std ?? 0
  const magnitude = Math.max(Math.abs(wanted.min ?? 0), Math.abs(wanted.max ?? 0))
  const near = (name: string, within: number) => {
    const value = row[name] ?? null
    const reference = wanted[name] ?? null
    if (reference === null || value === null) return expect(value, name).toBe(reference)
    expect(Math.abs(value - reference), `${name}: ${value} for ${reference}`).toBeLessThanOrEqual(within)
  }
  for (const name of ['count', 'min', 'max']) expect(row[name], name).toBe(wanted[name])
  expect(percentileNames.map((name) => row[name])).toEqual(wanted.percentiles)
  near('mean', 1e-11 * std + 2.3e-16 * magnitude)
  near('std', 1e-11 * std)
  near('std_sample', 1e-11 * std)
  near('rms', 1e-11 * std + 4e-15 * magnitude)
  near('integral', (row.count ?? 0) * timeStep_s * (1e-11 * std + 1e-15 * magnitude))
  if (std === 0) {
    checkConstant(row)
    return
  }
  const within = 1e-11 * Math.max(1, wanted.kurtosis ?? 1)
  for (const name of shapes) near(name, within)
}

function checkConstant(row: Row): void {
  expect(shapes.map((name) => row[name])).toEqual([null, null, null, null])
  expect(row.std).toBe(0)
}

const reason = whyNoPython()

describe.skipIf(reason !== undefined)(`NumPy and SciPy say the same${reason ? ` (skipped: ${reason})` : ''}`, async () => {
  const folder = temporaryFolder()
  const paths = cases.map(({ columns, options }, i) => folder.write(`${i}.npy`, npyFile(columns, options)))
  const answers = reason ? [] : (askPython(program, { paths, percents, step_s: timeStep_s }) as Answer[][])

  test.each(cases.map(({ name }, i) => [name, i] as const))('%s', async (_, i) => {
    const columns = ['*', 'std_sample', 'skewness_unbiased', 'kurtosis_unbiased']
    const rows = await rowsOf(engine, paths[i] ?? '', { columns, percentiles: percents, del: [] })
    const wanted = answers[i] ?? []
    expect(rows.length).toBe(wanted.length)
    rows.forEach((row, j) => {
      check(row, wanted[j] as Answer)
    })
  })

  test('the 50 % percentile is np.median within its last place', async () => {
    for (const [i, path] of paths.entries()) {
      const rows = await rowsOf(engine, path, { percentiles: [50] })
      for (const [j, row] of rows.entries()) {
        const median = answers[i]?.[j]?.median ?? Number.NaN
        expect(Math.abs((row.p50 ?? Number.NaN) - median)).toBeLessThanOrEqual(2.3e-16 * Math.abs(median))
      }
    }
  })
})
