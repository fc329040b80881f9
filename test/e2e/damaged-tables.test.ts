import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { Table, tableFromArrays, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import { File, ready } from 'h5wasm/node'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { DecodableFile, FileDescription } from '../../src/contract/decoded.js'
import type { Engine } from '../../src/index.js'
import { builtEngine, builtModule } from '../support/built-library.js'
import { writeGtsdf } from '../support/gtsdf-file.js'
import { randomNumbers } from '../support/random-series.js'
import { rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { zipFile } from '../support/zip-file.js'

// Files of the formats that libraries decode, cut and damaged: an error with a code on that file, and the next one is read.

vi.setConfig({ testTimeout: 120_000 })
const folder = temporaryFolder()
let engine: Engine
beforeAll(async () => {
  engine = await builtEngine({ lanes: 2 })
})
afterAll(() => engine.close())

const kTime = Float64Array.from({ length: 500 }, (_, i) => i / 4)
const kWave = kTime.map((t) => Math.sin(t))

async function whole(): Promise<Record<string, Buffer>> {
  const data = Uint16Array.from({ length: 1000 }, (_, i) => 64 * i)
  const gtsdf = await writeGtsdf(join(folder.path, 'whole.hdf5'), {
    channels: 2,
    names: ['a', 'b'],
    blocks: [{ data, gains: Float64Array.of(1, 2), offsets: Float64Array.of(0, 1), attributes: { time_step: 0.1 } }],
  })
  const arrow = Buffer.from(tableToIPC(tableFromArrays({ time: kTime, x: kWave }), 'file'))
  const connection = await (await DuckDBInstance.create()).connect()
  await connection.run(
    `COPY (SELECT i / 4 AS time, sin(i) AS x FROM range(500) AS r(i)) TO '${join(folder.path, 'whole.parquet')}'`,
  )
  connection.closeSync()
  const zip = zipFile([{ name: 'x.arrow', bytes: arrow }])
  return { hdf5: gtsdf, arrow, parquet: readFileSync(join(folder.path, 'whole.parquet')), mat: await matFile(), zip }
}

async function matFile(): Promise<Buffer> {
  await ready
  const path = join(folder.path, 'whole.mat')
  const file = new File(path, 'w')
  const put = (name: string, data: Float64Array, shape: number[], matlabClass = 'double') =>
    file.create_dataset({ name, data, shape }).create_attribute('MATLAB_class', matlabClass)
  put('t', kTime, [1, 500])
  put('loads', Float64Array.from([...kWave, ...kTime]), [2, 500])
  put('row', kWave, [500, 1])
  put('scalar', Float64Array.of(7), [1, 1])
  put('words', kWave, [1, 500], 'cell')
  file.flush()
  file.close()
  const head = Buffer.alloc(512)
  head.write('MATLAB 7.3 MAT-file, Platform: GLNXA64', 'latin1')
  return Buffer.concat([head, readFileSync(path)])
}

async function codeOf(path: string): Promise<string> {
  try {
    for await (const row of engine.statistics(path, { columns: ['min', 'max'] })) if (row.error) return row.error.code
    return 'none'
  } catch (error) {
    return String(error)
  }
}

describe('damage', () => {
  test.each(['hdf5', 'arrow', 'parquet', 'mat', 'zip'])('.%s: cut anywhere', async (extension) => {
    const bytes = (await whole())[extension] as Buffer
    expect(await codeOf(folder.write(`good.${extension}`, bytes))).toBe('none')
    const lengths = Array.from({ length: 45 }, (_, i) => (i < 20 ? i : Math.floor((bytes.length * (i - 19)) / 26) - 1))
    for (const length of lengths) {
      const code = await codeOf(folder.write(`cut.${extension}`, bytes.subarray(0, length)))
      expect(code, `${length} of ${bytes.length} bytes`).toMatch(/^FORMAT_/)
    }
    expect(await codeOf(folder.write(`cut.${extension}.gz`, gzipSync(bytes.subarray(0, bytes.length / 2))))).toMatch(
      /^FORMAT_|none/,
    )
    expect(await codeOf(folder.write(`good.${extension}`, bytes))).toBe('none')
  })

  test.each(['hdf5', 'arrow', 'parquet', 'mat', 'zip'])('.%s: bytes changed at random', async (extension) => {
    const bytes = (await whole())[extension] as Buffer
    const random = randomNumbers(7)
    for (let i = 0; i < 60; ++i) {
      const damaged = Buffer.from(bytes)
      for (let k = 0; k < 4; ++k) damaged[Math.floor(random() * bytes.length)] = Math.floor(256 * random())
      expect(await codeOf(folder.write(`changed.${extension}`, damaged))).toMatch(
        /^(none|FORMAT_\w+|RESOURCE_MEMORY|DISCOVER_NOT_FOUND)$/,
      )
    }
    expect(await codeOf(folder.write(`good.${extension}`, bytes))).toBe('none')
  })

  test.each([
    ['text.hdf5', 'no HDF5 at all', 'FORMAT_HDF5', /does not begin as an HDF5 file/],
    ['text.parquet', 'no Parquet at all', 'FORMAT_PARQUET', /does not begin with PAR1/],
    ['text.arrow', 'no Arrow at all', 'FORMAT_ARROW', /does not begin with ARROW1/],
    ['old.mat', 'MATLAB 5.0 MAT-file, Platform: PCWIN64', 'FORMAT_MAT', /-v7\.3.*scipy/],
    ['text.zip', 'no archive', 'FORMAT_ZIP', /damaged or cut off/],
    ['empty.h5', '', 'FORMAT_EMPTY_FILE', /0 bytes/],
    ['unnamed', '\x89HDF\r\n\x1a\n and no more', 'FORMAT_HDF5', /cannot read/],
  ])('%s', async (name, content, code, message) => {
    const path = folder.write(name, Buffer.from(content, 'latin1'))
    await expect(engine.inspect(path)).rejects.toMatchObject({ code, path, message: expect.stringMatching(message) })
  })

  test('an HDF5 file of something else says what is missing', async () => {
    await ready
    const path = join(folder.path, 'else.h5')
    const file = new File(path, 'w')
    file.create_dataset({ name: 'x', data: kWave })
    file.flush()
    file.close()
    await expect(engine.inspect(path)).rejects.toMatchObject({
      code: 'FORMAT_HDF5',
      message: expect.stringMatching(/start and delta/),
    })
  })

  test('a table without numbers', async () => {
    const path = folder.write(
      'words.arrow',
      Buffer.from(
        tableToIPC(new Table({ time: vectorFromArray([0, 1]), word: vectorFromArray(['a', 'b'], new Utf8()) }), 'file'),
      ),
    )
    await expect(engine.inspect(path)).rejects.toMatchObject({ code: 'FORMAT_NO_CHANNELS' })
  })

  test('a thread that runs out of memory takes its file with it, and the next file has another', async () => {
    interface Decoders {
      describe(file: DecodableFile, signal: AbortSignal): Promise<FileDescription>
      close(): Promise<void>
    }
    const module = await builtModule<{ Decoders: new (threads: number, heap_mb: number) => Decoders }>('decode/decoders.js')
    const decoders = new module.Decoders(1, 32)
    const names = Array.from({ length: 400_000 }, (_, i) => `channel number ${i}`)
    const path = join(folder.path, 'names.hdf5')
    await writeGtsdf(path, { channels: names.length, names, blocks: [{ data: new Uint16Array(names.length) }] })
    const { signal } = new AbortController()
    const file = { path, format: 'gtsdf', timeStep_s: 1 }
    await expect(decoders.describe(file, signal)).rejects.toMatchObject({ code: 'RESOURCE_MEMORY', path })
    const small = join(folder.path, 'small.hdf5')
    await writeGtsdf(small, { channels: 1, blocks: [{ data: Float64Array.of(1, 2) }] })
    expect((await decoders.describe({ ...file, path: small }, signal)).sampleCount).toBe(2)
    await decoders.close()
  })
})

describe('MATLAB 7.3', () => {
  test('vectors and matrices of one length, t is time; others are left out and counted', async () => {
    const path = folder.write('good73.mat', await matFile())
    const rows = await rowsOf(engine, path, { columns: ['min', 'max'] })
    expect(rows.map(({ name }) => name)).toEqual(['loads(:,1)', 'loads(:,2)', 'row'])
    expect(rows[1]).toMatchObject({ min: 0, max: 124.75 })
    expect(rows[2]).toMatchObject({ min: Math.min(...kWave), max: Math.max(...kWave) })
    expect(rows[0]?.file).toMatchObject({ format: 'mat', sampleCount: 500, time: { start_s: 0, stop_s: 124.75, step_s: 0.25 } })
    expect(rows[0]?.file.warnings).toEqual(['2 variables are no numbers of 500 samples, and are left out'])
  })
})

describe('archives', () => {
  test('what is refused', async () => {
    const zeros = deflateRawSync(Buffer.alloc(4096))
    const lying = zipFile([{ name: 'x.npy', packed: zeros, sizeBytes: 2 ** 31 }])
    await expect(engine.inspect(folder.write('bomb.zip', lying))).rejects.toMatchObject({
      code: 'FORMAT_ZIP',
      message: expect.stringMatching(/unpack from/),
    })
    const wrong = zipFile([{ name: 'x.npy', packed: zeros, sizeBytes: 5000 }])
    await expect(engine.inspect(folder.write('wrong.zip', wrong))).rejects.toMatchObject({ code: 'FORMAT_ZIP' })
    const other = zipFile([{ name: 'readme.md', bytes: Buffer.from('x') }])
    await expect(engine.inspect(folder.write('other.zip', other))).rejects.toMatchObject({
      code: 'FORMAT_ZIP',
      message: expect.stringMatching(/no result file/),
    })
    const csv = (name: string) => ({ name, bytes: Buffer.from('time,a\n0,1\n1,3\n') })
    const several = folder.write('several.zip', zipFile([csv('b10.csv'), csv('b9.csv'), csv('__MACOSX/c.csv'), csv('.d.csv')]))
    await expect(engine.inspect(several)).rejects.toMatchObject({
      message: expect.stringMatching(/2 result files.*several\.zip\/b9\.csv/),
    })
    const rows = []
    for await (const row of engine.statistics(several)) rows.push(row.path)
    expect(rows).toEqual([`${several}/b9.csv`, `${several}/b10.csv`])
    await expect(engine.inspect(`${several}/b11.csv`)).rejects.toMatchObject({
      code: 'DISCOVER_NOT_FOUND',
      path: `${several}/b11.csv`,
    })
  })
})
