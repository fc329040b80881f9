import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.js'
import { type Row, rowsOf } from '../support/rows.js'

// Formats of two files against what was published of the same data, and against what the files say of themselves.

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const data = join(shared, 'data')
const isThere = existsSync(data)
const engine = createEngine()
afterAll(() => engine.close())

/** A block of extremes as Bladed writes it behind its header: row 2c of U has all channels at the maximum of channel c, row 2c + 1 at its minimum. */
interface Extremes {
  readonly U: readonly (readonly number[])[]
  readonly MAXTIME: readonly number[]
  readonly MINTIME: readonly number[]
  readonly MEAN: readonly number[]
}

/** Eight digits are printed. */
const near = (value: number | null | undefined, wanted: number, scale = Math.abs(wanted)) =>
  expect(Math.abs((value ?? Number.NaN) - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(6e-8 * scale + 1e-300)

function checkExtremes(rows: readonly Row[], { U, MAXTIME, MINTIME, MEAN }: Extremes): void {
  for (const [c, row] of rows.entries()) {
    near(row.max, U[2 * c]?.[c] ?? Number.NaN)
    near(row.min, U[2 * c + 1]?.[c] ?? Number.NaN)
    near(row.time_of_max_s, MAXTIME[c] ?? Number.NaN)
    near(row.time_of_min_s, MINTIME[c] ?? Number.NaN)
    // Bladed adds in float32: of a wind speed of 8.0003738 m/s at most it gives the mean as 8.0004362.
    near(row.mean, MEAN[c] ?? Number.NaN, 200 * Math.max(row.abs_max ?? 0, 1e-9))
  }
}

describe.skipIf(!isThere)('formats of two files (skipped where ../shared is absent)', () => {
  test('HAWC2: damage-equivalent loads of the published example, cycles without bins, neq = 61', async () => {
    const exponents = [3, 4, 6, 8, 10, 12]
    const rows = await rowsOf(engine, join(data, 'hawc2/test.dat'), { del: exponents, channels: ['1'] })
    const { start_s, stop_s } = rows[0]?.file.time ?? { start_s: 0, stop_s: 0 }
    expect(rows[0]).toMatchObject({ index: 1, name: 'WSP gl. coo.,Vy', unit: 'm/s' })
    const ofNeq61 = exponents.map((m) => (rows[0]?.[`del_m${m}`] as number) * ((stop_s - start_s) / 61) ** (1 / m))
    expect(ofNeq61.map((load) => load.toFixed(4))).toEqual(['1.3611', '1.7652', '2.3784', '2.7914', '3.0838', '3.3018'])
    // Published with 46 bins.
    const binned = [1.356, 1.758, 2.37, 2.784, 3.077, 3.296]
    for (const [i, load] of ofNeq61.entries()) expect(Math.abs(load / (binned[i] ?? 0) - 1)).toBeLessThan(0.005)
  })

  test('HAWC2: either file of a pair is the same result', async () => {
    for (const name of ['test', 'HAWC2_out_ascii']) {
      const [ofData, ofDescription] = await Promise.all(
        ['dat', 'sel'].map((extension) => rowsOf(engine, join(data, `hawc2/${name}.${extension}`))),
      )
      const values = (rows: readonly Row[] | undefined) => rows?.map(({ path: _, file: __, ...row }) => row)
      expect(values(ofData)).toEqual(values(ofDescription))
      expect(ofData?.length).toBeGreaterThan(20)
    }
  })

  test('HAWC2 ASCII: the time that the rows have is the time that the .sel gives', async () => {
    const times_s = readFileSync(join(data, 'hawc2/HAWC2_out_ascii.dat'), 'latin1')
      .split('\n')
      .flatMap((line) => (line.trim() === '' ? [] : [Number(line.trim().split(/\s+/)[0])]))
    const { time, sampleCount, channels } = await engine.inspect(join(data, 'hawc2/HAWC2_out_ascii.sel'))
    expect(sampleCount).toBe(times_s.length)
    for (const [i, t] of times_s.entries()) expect(Math.abs(time.start_s + i * (time.step_s ?? 0) - t)).toBeLessThan(1e-4)
    expect(channels[0]).toMatchObject({
      name: 'WSP gl. coo.,Vy',
      unit: 'm/s',
      description: 'Free wind speed Vy, gl. coo, of gl. pos    2.50,  -1.00, -47.50',
    })
  })

  describe('Bladed: the extremes, their times and the means that its headers hold', () => {
    const embedded: Record<string, Extremes[]> = isThere
      ? JSON.parse(readFileSync(join(shared, 'reference/bladed_embedded_ULOADS.json'), 'utf8'))
      : {}
    const files = Object.keys(embedded).filter((name) => existsSync(join(data, 'bladed', name)))

    test('all four files are there', () => expect(files).toHaveLength(4))

    test.each(files)('%s', async (name) => {
      const rows = await rowsOf(engine, join(data, 'bladed', name))
      const blocks = embedded[name] ?? []
      const width = blocks[0]?.MEAN.length ?? 0
      expect(rows).toHaveLength(width * blocks.length)
      for (const [place, block] of blocks.entries()) checkExtremes(rows.slice(place * width, (place + 1) * width), block)
    })
  })

  test('Bladed: names with their places, units from letters', async () => {
    const { channels, time, description } = await engine.inspect(join(data, 'bladed/Bladed_out_binary.$41'))
    expect(channels.map(({ name }) => name).filter((_, i) => i % 8 === 3)).toEqual(
      ['0', '20.2', '40.2', '61.5'].map((place) => `Blade 1 Mz (Root axes) @ ${place} m`),
    )
    expect(channels.slice(0, 8).map(({ unit }) => unit)).toEqual(['Nm', 'Nm', 'Nm', 'Nm', 'N', 'N', 'N', 'N'])
    expect(time).toMatchObject({ start_s: 0, step_s: 5.0000001e-2 })
    expect(description).toMatch(/Bladed_out_binary\.%41$/)
    const control = await engine.inspect(join(data, 'bladed/Bladed_out_binary.$04'))
    expect(control.channels.map(({ unit }) => unit)).toEqual(['s', 'W', 'W', 'rad/s', 'rad/s', 'rad', 'Nm', 'm/s', 'W'])
  })

  test('FLEX: names, units and descriptions of the sensor file beside it', async () => {
    const { channels, variant, warnings } = await engine.inspect(join(data, 'flex/test.int'))
    expect(variant).toBe('version 0')
    expect(channels[3]).toMatchObject({ name: 'Omega', unit: 'rad/s', description: 'Rotor speed' })
    expect(warnings).toEqual([])
  })
})

test.skipIf(isThere)('../shared/data is not here', (context) => context.skip('the files of others are checked where they are'))
