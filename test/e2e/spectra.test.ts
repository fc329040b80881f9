import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import type * as Wavemill from '../../src/index.js'
import type { SpecInput } from '../../src/index.js'
import { npyFile } from '../support/npy-file.js'
import { waves, whiteNoise } from '../support/random-series.js'
import { temporaryFolder } from '../support/temporary-folder.js'

// As it is installed: the thread that writes tables is found beside the built modules.
const { run }: typeof Wavemill = await import(new URL('../../dist/index.js', import.meta.url).href)

const folder = temporaryFolder()
const gapped = whiteNoise(5000, 3)
gapped[7] = Number.NaN
folder.write('in.npy', npyFile([waves(5000, 1), gapped, whiteNoise(5000, 2)]))

const spec = (name: string, more: Partial<SpecInput> = {}): SpecInput => ({
  version: 1,
  input: { files: join(folder.path, 'in.npy') },
  output: { folder: join(folder.path, name), tables: ['csv', 'parquet', 'json'] },
  statistics: { columns: ['spectral_m0', 'max'], percentiles: [], del: [], spectrum: { segment_samples: 500, density: true } },
  reading: { time_step: '0.1s' },
  ...more,
})

const objectsOf = async (name: string, table: string) =>
  parquetReadObjects({ file: await asyncBufferFromFile(join(folder.path, name, `${table}.parquet`)) })

describe('a run with spectra', { timeout: 60_000 }, () => {
  test('has them as a table, whose lines add up to the moment', async () => {
    const summary = await run(spec('spectra'))
    expect(summary.tables.map(({ path }) => path.split('/').at(-1))).toEqual(
      expect.arrayContaining(['spectra.csv', 'spectra.parquet']),
    )
    const lines = await objectsOf('spectra', 'spectra')
    const results = await objectsOf('spectra', 'results')
    expect(lines.length).toBe(2 * 251)
    expect(
      readFileSync(join(folder.path, 'spectra', 'spectra.csv'), 'utf8')
        .trimEnd()
        .split('\r\n').length,
    ).toBe(1 + 2 * 251)
    for (const index of [0, 2]) {
      const own = lines.filter((line) => line.index === index)
      const m0 = own.reduce((sum, { density }) => sum + Number(density), 0) * Number(own[1]?.frequency_hz)
      expect(m0 / Number(results[index]?.spectral_m0)).toBeCloseTo(1, 12)
    }
    expect(results[1]).toMatchObject({ status: 'nonfinite', spectral_m0: null })
    const json = JSON.parse(readFileSync(join(folder.path, 'spectra', 'results.json'), 'utf8'))
    expect(JSON.stringify(json)).toContain('"spectra":{"frequency_hz":[0,0.02,')
  })

  test('is of the filtered channels where there is a filter, and another run', async () => {
    const filter: SpecInput['filter'] = [{ channels: [0], type: 'lowpass', cutoff: '0.1Hz', order: 2 }]
    await run(spec('filtered', { filter }))
    const [plain, filtered] = [await objectsOf('spectra', 'results'), await objectsOf('filtered', 'results')]
    expect(filtered[0]?.max).toBeLessThan(Number(plain[0]?.max))
    expect(filtered[2]).toEqual(plain[2])
    await expect(run(spec('spectra', { filter }), { resume: true })).rejects.toThrow(/something else/)
  })
})
