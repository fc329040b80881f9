import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { Float16, Table, Timestamp, TimeUnit, tableFromArrays, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Engine } from '../../src/index.js'
import { builtEngine } from '../support/built-library.js'
import { npyFile } from '../support/npy-file.js'
import { randomNumbers } from '../support/random-series.js'
import { type Row, rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'

vi.setConfig({ testTimeout: 60_000 })
const folder = temporaryFolder()
const kStep_s = 0.125 // exact: the times of a column and start + i · step are the same numbers
let engine: Engine
let evenEngine: Engine
beforeAll(async () => {
  engine = await builtEngine({ lanes: 2 })
  evenEngine = await builtEngine({ timeStep_s: kStep_s })
})
afterAll(() => Promise.all([engine.close(), evenEngine.close()]))

const kRows = 10_000
function series(seed: number): Float64Array {
  const random = randomNumbers(seed)
  return Float64Array.from({ length: kRows }, () => 1e3 * (random() - 0.4))
}
const time = Float64Array.from({ length: kRows }, (_, i) => i * kStep_s)
const fx = series(1)
const my = Float64Array.from(Float32Array.from(series(2)))
const gaps = series(3).map((value, i) => (i % 97 === 0 ? Number.NaN : value))
const counts = Float64Array.from({ length: kRows }, (_, i) => (i * 7919) % 4001)

/** Every statistic of every channel is the same bits as that of the same numbers in a .npy; the integral within 1e-12, for its steps are those of stored times. */
async function expectAsNpy(path: string, columns: readonly Float64Array[]): Promise<void> {
  const plain = folder.write('plain.npy', npyFile(columns, { fortranOrder: true }))
  const wanted = await rowsOf(evenEngine, plain, { columns: ['*'] })
  const rows = await rowsOf(engine, path, { columns: ['*'] })
  expect(rows.map(numbers)).toEqual(wanted.map(numbers))
  for (const [i, { integral }] of rows.entries()) {
    const theirs = wanted[i]?.integral as number | null
    if (theirs === null) expect(integral).toBeNull()
    else expect(Math.abs((integral as number) - theirs)).toBeLessThanOrEqual(1e-12 * Math.abs(theirs))
  }
}

function numbers({ path: _path, file: _file, name: _name, unit: _unit, integral: _integral, ...rest }: Row): Partial<Row> {
  return rest as Partial<Row>
}

describe('Parquet', () => {
  const written = () =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: 'case', data: Array.from({ length: kRows }, () => 'x'), type: 'STRING' },
          { name: 'Fx [kN]', data: fx, type: 'DOUBLE' },
          { name: 'Time (s)', data: time, type: 'DOUBLE' },
          { name: 'My', data: Float32Array.from(my), type: 'FLOAT' },
          {
            name: 'gaps',
            data: Array.from(gaps, (value) => (Number.isNaN(value) ? null : value)),
            type: 'DOUBLE',
            nullable: true,
          },
          { name: 'n', data: Int32Array.from(counts), type: 'INT32' },
          { name: 'long', data: Array.from(counts, BigInt), type: 'INT64' },
        ],
        rowGroupSize: 3000,
      }),
    )

  test('hyparquet-writer: the same bits as .npy; units, float32, nulls, integers', async () => {
    const path = folder.write('own.parquet', written())
    await expectAsNpy(path, [fx, my, gaps, counts, counts])
    const { channels, warnings, format, time: axis } = await engine.inspect(path)
    expect(channels.map(({ name, unit, type }) => [name, unit, type])).toEqual([
      ['Fx', 'kN', 'float64'],
      ['My', '', 'float32'],
      ['gaps', '', 'float64'],
      ['n', '', 'float64'],
      ['long', '', 'float64'],
    ])
    expect(warnings).toEqual(['column case holds no numbers, and is left out'])
    expect([format, axis]).toEqual(['parquet', { start_s: 0, stop_s: (kRows - 1) * kStep_s, step_s: kStep_s, isAssumed: false }])
    await expectAsNpy(folder.write('own.parquet.gz', gzipSync(written())), [fx, my, gaps, counts, counts])
  })

  test.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])('DuckDB, %s', async (codec) => {
    const path = join(folder.path, `${codec}.parquet`)
    const connection = await (await DuckDBInstance.create()).connect()
    const columns = `i * ${kStep_s} AS t, CASE WHEN i % 97 = 0 THEN NULL ELSE sin(i) END AS s, (i * 7919) % 4001 AS n, make_timestamp(i) AS stamp`
    await connection.run(
      `COPY (SELECT ${columns} FROM range(${kRows}) AS r(i)) TO '${path}' (FORMAT parquet, CODEC '${codec}', ROW_GROUP_SIZE 4096)`,
    )
    const reader = await connection.runAndReadAll(`SELECT s FROM '${path}'`)
    const sines = Float64Array.from(reader.getColumns()[0] as (number | null)[], (value) => value ?? Number.NaN)
    connection.closeSync()
    await expectAsNpy(path, [sines, counts])
    expect((await engine.inspect(path)).variant).toContain(codec)
  })

  test('a timestamp is time, in seconds from the first, exactly', async () => {
    const path = join(folder.path, 'stamped.parquet')
    const connection = await (await DuckDBInstance.create()).connect()
    const begin = 1_700_000_000_123_456n
    await connection.run(
      `COPY (SELECT make_timestamp(${begin} + i * 50000) AS at, i::DOUBLE AS x FROM range(100) AS r(i)) TO '${path}'`,
    )
    connection.closeSync()
    const { time: axis } = await engine.inspect(path)
    expect(axis.start_s).toBe(0)
    expect(axis.stop_s).toBeCloseTo(99 * 0.05, 12)
    expect(axis.step_s).toBeCloseTo(0.05, 12)
  })

  test('no column of times: the step that is given, and a warning', async () => {
    const bytes = parquetWriteBuffer({ columnData: [{ name: 'x', data: fx, type: 'DOUBLE' }] })
    const path = folder.write('timeless.parquet', Buffer.from(bytes))
    const { time: axis, warnings } = await engine.inspect(path)
    expect(axis).toMatchObject({ step_s: 1, isAssumed: true })
    expect(warnings).toEqual(['no column of the Parquet table is called time: a step of 1 s is assumed; give --time-step'])
    expect((await evenEngine.inspect(path)).time).toMatchObject({ step_s: kStep_s, isAssumed: true })
  })
})

describe('Arrow', () => {
  const arrays = {
    time,
    fx,
    my: Float32Array.from(my),
    n: Int16Array.from(counts),
  }

  test('apache-arrow: the same bits as .npy; text before the numbers, several batches', async () => {
    const words = vectorFromArray(
      Array.from({ length: kRows }, (_, i) => `w${i % 7}`),
      new Utf8(),
    )
    const whole = new Table({ words }).assign(tableFromArrays(arrays))
    const table = whole.slice(0, 3000).concat(whole.slice(3000))
    const path = folder.write('own.arrow', Buffer.from(tableToIPC(table, 'file')))
    await expectAsNpy(path, [fx, my, counts])
    const { variant, warnings } = await engine.inspect(path)
    expect(variant).toMatch(/^IPC file, [12] batches$/)
    expect(warnings).toEqual(['column words holds no numbers, and is left out'])
    await expectAsNpy(folder.write('own.feather.gz', gzipSync(readFileSync(path))), [fx, my, counts])
  })

  test('missing values are NaN, bits are 0 and 1, 64-bit integers and half floats are numbers; units in the metadata', async () => {
    const half = vectorFromArray([0.5, 1, -2, null], new Float16())
    const table = new Table({
      t: vectorFromArray([0, 1, 2, 3]),
      gap: vectorFromArray([1.5, null, 2.5, null]),
      flag: vectorFromArray([true, false, null, true]),
      long: vectorFromArray([1n, -(2n ** 40n), 3n, null]),
      half,
    })
    const path = folder.write('kinds.arrow', Buffer.from(tableToIPC(table, 'file')))
    const rows = await rowsOf(engine, path, { columns: ['nonfinite_count', 'min', 'max'] })
    expect(rows.map(({ name, nonfinite_count, min, max }) => [name, nonfinite_count, min, max])).toEqual([
      ['gap', 2, 1.5, 2.5],
      ['flag', 1, 0, 1],
      ['long', 1, -(2 ** 40), 3],
      ['half', 1, -2, 1],
    ])
  })

  test('a timestamp is time', async () => {
    const at = vectorFromArray([1_700_000_000_000, 1_700_000_000_050, 1_700_000_000_100], new Timestamp(TimeUnit.MILLISECOND))
    const path = folder.write('stamped.arrow', Buffer.from(tableToIPC(new Table({ at, x: vectorFromArray([1, 2, 3]) }), 'file')))
    expect((await engine.inspect(path)).time).toMatchObject({ start_s: 0, stop_s: 0.1, isAssumed: false })
  })

  test('a stream says that a file is wanted', async () => {
    const path = folder.write('stream.arrow', Buffer.from(tableToIPC(tableFromArrays(arrays), 'stream')))
    await expect(engine.inspect(path)).rejects.toMatchObject({ code: 'FORMAT_ARROW', message: expect.stringMatching(/stream/) })
  })
})
