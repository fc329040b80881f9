import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.js'
import { type Row, rowsOf } from '../support/rows.js'
import { type DecodedFile, decode } from './own-decoder.js'
import { decodeBladed, decodeFlex, decodeHawc2, type ReadBeside } from './own-pair-decoder.js'
import { cyclesOf, damageEquivalentLoad, percentileOf, statisticsOf } from './own-statistics.js'

// Every .outb, .npy, .out file, every .csv of time histories and every pair of HAWC2, Bladed and FLEX under ../shared/data, those without a reference too, against the tests' own decoder
// and statistics. A file that is added there is found and checked; one that the tests' decoder cannot read fails.

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const files = existsSync(data)
  ? readdirSync(data, { recursive: true, encoding: 'utf8' })
      .filter(
        (file) =>
          /\.(outb|npy|out|int|dat|\$\d+)$/i.test(file) ||
          (file.endsWith('.csv') && /^time,/.test(readFileSync(join(data, file), 'latin1'))),
      )
      .sort()
  : []

const engine = createEngine()
afterAll(() => engine.close())

const percents = [0, 1, 2.5, 5, 33.333, 50, 95, 99, 99.9, 100]
const exponents = [3, 4, 5, 10]
const percentileNames = ['p00', 'p01', 'p02_5', 'p05', 'p33_333', 'p50', 'p95', 'p99', 'p99_9', 'p100']

function checkFinite(row: Row, x: Float64Array, times_s: Float64Array): void {
  const wanted = statisticsOf(x, times_s)
  const magnitude = Math.max(Math.abs(wanted.min), Math.abs(wanted.max))
  const duration_s = (times_s.at(-1) ?? 0) - (times_s[0] ?? 0)
  const near = (name: keyof typeof wanted, within: number) =>
    expect(Math.abs((row[name] ?? Number.NaN) - wanted[name]), `${name}: ${row[name]} for ${wanted[name]}`).toBeLessThanOrEqual(
      within,
    )
  for (const name of ['min', 'max', 'time_of_min_s', 'time_of_max_s'] as const) expect(row[name], name).toBe(wanted[name] + 0)
  const sorted = x.slice().sort()
  expect(percentileNames.map((name) => row[name])).toEqual(percents.map((percent) => percentileOf(sorted, percent) + 0))
  near('mean', 1e-11 * wanted.std + 2.3e-16 * magnitude)
  near('std', 1e-11 * wanted.std)
  near('integral', duration_s * (1e-11 * wanted.std + 2e-14 * magnitude)) // times of a text are rounded: their steps add up to the duration with an error of their own
  if (wanted.min === wanted.max) {
    expect(row).toMatchObject({ status: 'constant', std: 0, skewness: null, kurtosis: null })
  } else {
    near('skewness', 1e-11 * wanted.kurtosis)
    near('kurtosis', 1e-11 * wanted.kurtosis)
  }
  const cycles = cyclesOf(x)
  for (const exponent of exponents) {
    const load = damageEquivalentLoad(cycles, exponent, duration_s)
    const value = row[`del_m${exponent}`] ?? Number.NaN
    expect(Math.abs(value - load), `del_m${exponent}: ${value} for ${load}`).toBeLessThanOrEqual(1e-11 * load)
  }
}

function checkChannel(row: Row, x: Float64Array, times_s: Float64Array): void {
  const nonfinite = x.filter((sample) => !Number.isFinite(sample)).length
  expect(row.count).toBe(x.length)
  expect(row.nonfinite_count).toBe(nonfinite)
  if (nonfinite === 0) checkFinite(row, x, times_s)
  else expect(row).toMatchObject({ status: 'nonfinite', integral: null, upcrossing_count: null, del_m4: null })
}

function decodedBy(path: string): DecodedFile {
  const bytes = readFileSync(path)
  const beside: ReadBeside = (name) => readFileSync(join(dirname(path), name), 'latin1')
  if (path.endsWith('.dat')) return decodeHawc2(basename(path), bytes, beside)
  if (path.endsWith('.int')) return decodeFlex(bytes, beside)
  return /\$\d+$/.test(path) ? decodeBladed(basename(path), bytes, beside) : decode(path.toLowerCase(), bytes)
}

describe.skipIf(files.length === 0)('every result file of ../shared/data (skipped where the folder is absent)', () => {
  test.each(files)('%s', async (file) => {
    const path = join(data, file)
    const decoded = decodedBy(path)
    const rows = await rowsOf(engine, path, { percentiles: percents, del: exponents, columns: ['*'] })
    expect(rows.map((row) => row.name)).toEqual(decoded.channels.map((channel) => channel.name))
    for (const [i, row] of rows.entries()) {
      try {
        checkChannel(row, decoded.channels[i]?.samples ?? new Float64Array(), decoded.times_s)
      } catch (error) {
        throw new Error(`${row.name}: ${(error as Error).message}`)
      }
    }
  })
})
