import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createEngine, type FailedRow, type StatisticsRow, WavemillError } from '../../src/index.js'
import { sampleFolder } from './command-line.js'

const { folder, sample } = await sampleFolder()
const missing = join(folder, 'missing.outb')
const engine = createEngine({ lanes: 2 })
afterAll(() => engine.close())

async function collect(rows: AsyncIterable<StatisticsRow | FailedRow>): Promise<(StatisticsRow | FailedRow)[]> {
  const all = []
  for await (const row of rows) all.push(row)
  return all
}

describe('engine.statistics', () => {
  test('one path: a row a channel, all with the same file', async () => {
    const rows = await collect(engine.statistics(sample, { columns: ['max'], del: [4] }))
    expect(rows).toHaveLength(12)
    const [first, last] = [rows[0] as StatisticsRow, rows[11] as StatisticsRow]
    expect(first.file).toBe(last.file)
    expect(first.error).toBeUndefined()
    expect(first.max).toBeGreaterThan(0)
    expect(first.del_m4).toBeGreaterThan(0)
  })

  test('an asynchronous iterable of paths, in its order, failures as rows', async () => {
    async function* paths() {
      for (const path of [sample, missing, sample]) yield path
    }
    const rows = await collect(engine.statistics(paths(), { channels: ['Wave1Elev'] }))
    expect(rows.map((row) => row.path)).toEqual([sample, missing, sample])
    expect(rows[1]?.error).toBeInstanceOf(WavemillError)
    expect(rows[1]?.error).toMatchObject({ code: 'DISCOVER_NOT_FOUND', disposition: 'skip-file', path: missing })
  })

  test('no path is no row', async () => {
    expect(await collect(engine.statistics([]))).toEqual([])
  })

  test('wrong options are refused before anything is read', () => {
    expect(() => engine.statistics(sample, { del: [-1] })).toThrow(expect.objectContaining({ code: 'CONFIG_VALUE' }))
    expect(() => engine.statistics(sample, { columns: ['mxa'] })).toThrow("did you mean 'max'?")
    expect(() => engine.statistics(7 as unknown as string)).toThrow('files is 7')
  })

  test('aborting in the middle throws CANCELLED with the reason', async () => {
    const controller = new AbortController()
    const rows = engine.statistics(
      Array.from({ length: 50 }, () => sample),
      { signal: controller.signal },
    )
    let count = 0
    const reading = (async () => {
      for await (const _ of rows) if (++count === 12) controller.abort('enough')
    })()
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED', cause: 'enough' })
    expect(count).toBeLessThan(50 * 12)
  })

  test('leaving early frees the lanes for the next', async () => {
    for await (const row of engine.statistics(Array.from({ length: 50 }, () => sample))) if (!row.error) break
    expect(await collect(engine.statistics(sample, { channels: ['PtfmHeave'] }))).toHaveLength(1)
  })
})

test('inspect and rainflow reject with the error of the file', async () => {
  await expect(engine.inspect(missing)).rejects.toMatchObject({ code: 'DISCOVER_NOT_FOUND', path: missing })
  await expect(engine.rainflow(sample, 'PtfmHeaf')).rejects.toMatchObject({ code: 'INPUT_UNKNOWN_CHANNEL' })
  await expect(engine.inspect(sample, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('a closed engine takes nothing more, and may be closed again', async () => {
  const closing = createEngine({ lanes: 1 })
  expect(closing.lanes).toBe(1)
  await closing.close()
  await closing[Symbol.asyncDispose]()
  await expect(collect(closing.statistics(sample))).rejects.toMatchObject({ code: 'CANCELLED' })
  await expect(closing.inspect(sample)).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('closing while files are under way ends the iteration with CANCELLED', async () => {
  const closing = createEngine({ lanes: 1 })
  const reading = collect(closing.statistics(Array.from({ length: 50 }, () => sample)))
  const outcome = expect(reading).rejects.toMatchObject({ code: 'CANCELLED' })
  await new Promise((resolve) => setTimeout(resolve, 5))
  await closing.close()
  await outcome
})
