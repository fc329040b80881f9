import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Engine } from '../../src/index.js'
import { builtEngine } from '../support/built-library.js'
import { writeGtsdf } from '../support/gtsdf-file.js'
import { npyFile } from '../support/npy-file.js'
import { randomNumbers } from '../support/random-series.js'
import { rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'

vi.setConfig({ testTimeout: 60_000 })
const folder = temporaryFolder()
let engine: Engine
beforeAll(async () => {
  engine = await builtEngine({ lanes: 2 })
})
afterAll(() => engine.close())

const kRows = 5000
const kChannels = 3
const gains = Float64Array.of(0.001, 2.5, 1e-5)
const offsets = Float64Array.of(-3, 1e4, 0.25)

function stored(seed: number, rows = kRows): Uint16Array {
  const random = randomNumbers(seed)
  const q = Uint16Array.from({ length: rows * kChannels }, () => Math.floor(65_535 * random()))
  for (const missing of [4, 7, 3000, q.length - 1]) q[missing] = 65_535
  return q
}

/** As the format says: 65535 is NaN before the gain is looked at. */
function decoded(q: Uint16Array, gain = gains, offset = offsets): Float64Array[] {
  return Array.from({ length: kChannels }, (_, c) =>
    Float64Array.from({ length: q.length / kChannels }, (_, i) => {
      const value = q[i * kChannels + c] as number
      return value === 65_535 ? Number.NaN : value * (gain[c] as number) + (offset[c] as number)
    }),
  )
}

/** The statistics of the same numbers as float64, but for what names a file. */
async function expectSame(path: string, columns: readonly Float64Array[], step_s: number): Promise<void> {
  const plain = folder.write('plain.npy', npyFile(columns))
  const wanted = await (await builtEngine({ timeStep_s: step_s })).statistics(plain, { columns: ['*'] })
  const numbers = ({ path: _path, file: _file, name: _name, unit: _unit, ...rest }: Record<string, unknown>) => rest
  const expected = []
  for await (const row of wanted) expected.push(numbers(row as never))
  expect((await rowsOf(engine, path, { columns: ['*'] })).map((row) => numbers(row as never))).toEqual(expected)
}

describe('GTSDF', () => {
  test('uint16 with gains: 65535 is NaN; the same bits as the numbers as float64', async () => {
    const path = join(folder.path, 'u16.hdf5')
    const names = ['Fx', 'My', 'rpm']
    await writeGtsdf(path, {
      channels: kChannels,
      names,
      units: ['kN', 'kNm', '1/min'],
      blocks: [{ data: stored(1), gains, offsets, attributes: { time_step: 0.05 } }],
    })
    await expectSame(path, decoded(stored(1)), 0.05)
    const { channels, time, variant } = await engine.inspect(path)
    expect(channels[1]).toMatchObject({ name: 'My', unit: 'kNm', type: 'uint16', scale: 2.5, bias: 1e4, resolution: 2.5 })
    expect(time).toMatchObject({ start_s: 0, step_s: 0.05, isAssumed: false })
    expect(variant).toBe('uint16, 1 block')
    const [row] = await rowsOf(engine, path, { channels: ['My'] })
    expect(row).toMatchObject({ status: 'nonfinite', nonfinite_count: 2 })
  })

  test('packed, the same', async () => {
    const path = join(folder.path, 'packed.hdf5')
    const bytes = await writeGtsdf(path, {
      channels: kChannels,
      blocks: [{ data: stored(1), gains, offsets, attributes: { time_step: 0.05 } }],
    })
    await expectSame(folder.write('packed2.hdf5.gz', gzipSync(bytes)), decoded(stored(1)), 0.05)
  })

  test('blocks of other gains, or another type, are joined as numbers', async () => {
    const other = Float64Array.of(2, 3, 4)
    const last = Float32Array.from({ length: 30 }, (_, i) => i / 8)
    const path = join(folder.path, 'blocks.hdf5')
    await writeGtsdf(path, {
      channels: kChannels,
      blocks: [
        { data: stored(2, 1000 + 1), gains, offsets, attributes: { time_step: 0.5 } },
        { data: stored(3, 2000), gains: other, offsets, attributes: { time_step: 0.5, time_start: 1001 * 0.5 } },
        { data: last, attributes: { time_step: 0.5, time_start: 3001 * 0.5 } },
      ],
    })
    const parts = [decoded(stored(2, 1001)), decoded(stored(3, 2000), other), columnsOf(last)]
    const joined = Array.from({ length: kChannels }, (_, c) => Float64Array.from(parts.flatMap((part) => [...(part[c] ?? [])])))
    await expectSame(path, joined, 0.5)
    expect((await engine.inspect(path)).variant).toBe('uint16, 3 blocks')
  })

  test('times of its own, scaled and uneven; int32, whose largest number is NaN', async () => {
    const path = join(folder.path, 'times.hdf5')
    const data = Int32Array.of(1, 2, 3, 2_147_483_647, 5, 6, 7, 8, 9)
    await writeGtsdf(path, {
      channels: 3,
      blocks: [{ data, time: Float64Array.of(0, 1, 3), attributes: { time_step: 2, time_start: 10 } }],
    })
    const rows = await rowsOf(engine, path, { columns: ['max', 'min', 'time_of_max_s', 'nonfinite_count'] })
    expect(rows[0]).toMatchObject({ min: 1, max: 7, time_of_max_s: 16, nonfinite_count: 1, name: 'Attribute 0' })
    expect(rows[0]?.file.time).toEqual({ start_s: 10, stop_s: 16, step_s: null })
  })

  test('derived channels, filters and spectra, as for any other format', async () => {
    const path = join(folder.path, 'derived.hdf5')
    const data = Float64Array.from({ length: 3 * 1000 }, (_, i) => Math.sin(i) + (i % 7))
    await writeGtsdf(path, { channels: 3, names: ['a', 'b', 'c'], blocks: [{ data, attributes: { time_step: 0.25 } }] })
    const plain = folder.write('derived.npy', npyFile(columnsOf(data)))
    const options = (a: string, b: string) => ({
      derived: [{ name: 'sum', expression: `${a} + 2*${b}` }],
      channels: ['sum', a],
      filter: [{ channels: [a], type: 'lowpass' as const, cutoff_hz: 0.5 }],
      columns: ['min', 'max', 'std', 'm0'],
    })
    const npy = await builtEngine({ timeStep_s: 0.25 })
    const wanted = await rowsOf(npy, plain, options('col0', 'col2'))
    await npy.close()
    const rows = await rowsOf(engine, path, options('a', 'c'))
    const numbers = ({ min, max, std, m0 }: Record<string, unknown>) => [min, max, std, m0]
    expect(rows.map(({ name }) => name)).toEqual(['a', 'sum'])
    expect(rows.map(numbers)).toEqual(wanted.map(numbers))
  })

  test('no time_step: a step of 1 s, and a warning', async () => {
    const path = join(folder.path, 'nostep.hdf5')
    await writeGtsdf(path, { channels: 1, blocks: [{ data: Float64Array.of(1, 2, 3) }] })
    const { time, warnings } = await engine.inspect(path)
    expect(time).toMatchObject({ start_s: 0, stop_s: 2, step_s: 1, isAssumed: true })
    expect(warnings).toEqual(['no time_step in the file: a step of 1 s, as the format says'])
  })

  test.each([
    ['no blocks', { channels: 1, blocks: [] }, 'FORMAT_NO_SAMPLES', /no_blocks is 0/],
    [
      'blocks that disagree',
      { channels: 1, blocks: [{ data: Float64Array.of(1, 2), gains: Float64Array.of(1, 2) }] },
      'FORMAT_HDF5',
      /gains has 2 values for 1 channels/,
    ],
    [
      'times of another length',
      { channels: 1, blocks: [{ data: Float64Array.of(1, 2), time: Float64Array.of(1) }] },
      'FORMAT_HDF5',
      /time has 1 values for 2/,
    ],
    [
      'times that fall',
      { channels: 1, blocks: [{ data: Float64Array.of(1, 2), time: Float64Array.of(1, 0) }] },
      'FORMAT_BAD_TIME',
      /not later/,
    ],
    [
      'a step of 0',
      { channels: 1, blocks: [{ data: Float64Array.of(1, 2), attributes: { time_step: 0 } }] },
      'FORMAT_BAD_TIME',
      /time_step is 0/,
    ],
  ] as const)('%s', async (name, file, code, message) => {
    const path = join(folder.path, `${name}.hdf5`)
    await writeGtsdf(path, file)
    await expect(engine.inspect(path)).rejects.toMatchObject({ code, path, message: expect.stringMatching(message) })
  })
})

function columnsOf(data: Float32Array | Float64Array): Float64Array[] {
  return Array.from({ length: kChannels }, (_, c) =>
    Float64Array.from({ length: data.length / kChannels }, (_, i) => data[i * kChannels + c] as number),
  )
}
