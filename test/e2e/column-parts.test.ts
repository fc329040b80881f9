import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { NativeStatistics, NativeStatisticsTask } from '../../src/addon/native.js'
import type { Lanes } from '../../src/compute/lanes.js'
import { planColumns } from '../../src/config/columns.js'
import type { Decoders } from '../../src/decode/decoders.js'
import type { DecodedTasks } from '../../src/run/decoded-tasks.js'
import { builtModule } from '../support/built-library.js'
import { writeGtsdf } from '../support/gtsdf-file.js'
import { randomNumbers } from '../support/random-series.js'
import { temporaryFolder } from '../support/temporary-folder.js'

vi.setConfig({ testTimeout: 60_000 })
const folder = temporaryFolder()
const kChannels = 23
const kRows = 3000

interface Modules {
  Lanes: new (options: { lanes: number; isa: string; guardsFaults: boolean }) => Lanes
  Decoders: new (threads: number) => Decoders
  DecodedTasks: new (lanes: Lanes, decoders: Decoders, columns_bytes?: number) => DecodedTasks
}

const modules: Modules = {
  ...(await builtModule<Pick<Modules, 'Lanes'>>('compute/lanes.js')),
  ...(await builtModule<Pick<Modules, 'Decoders'>>('decode/decoders.js')),
  ...(await builtModule<Pick<Modules, 'DecodedTasks'>>('run/decoded-tasks.js')),
}
const lanes = new modules.Lanes({ lanes: 2, isa: 'auto', guardsFaults: true })
const decoders = new modules.Decoders(2)
afterAll(async () => {
  lanes.close()
  await decoders.close()
})

async function compute(
  path: string,
  columns_bytes: number | undefined,
  change: Partial<NativeStatisticsTask> = {},
): Promise<NativeStatistics> {
  const { numbers, parameters } = planColumns({})
  const task: NativeStatisticsTask = {
    path,
    readMode: 'auto',
    timeStep_s: 1,
    channels: [],
    periods: Float64Array.of(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 100, 200),
    columns: numbers,
    parameters,
    equivalentFrequency_hz: 1,
    ...change,
  }
  const { signal } = new AbortController()
  const file = { path, format: 'gtsdf', timeStep_s: 1 }
  return new modules.DecodedTasks(lanes, decoders, columns_bytes).statistics(task, {
    file,
    signal,
    follow: ({ result }) => result,
  })
}

describe('a file whose columns do not fit into the bound on memory', () => {
  test('is computed some channels at a time, with the same results; linked values have all at once', async () => {
    const random = randomNumbers(5)
    const path = join(folder.path, 'parts.hdf5')
    const data = Uint16Array.from({ length: kChannels * kRows }, () => 65_535 * random())
    const gains = Float64Array.from({ length: kChannels }, (_, i) => 0.1 + i)
    const time = Float64Array.from({ length: kRows }, (_, i) => i / 8 + (i % 2) / 100)
    await writeGtsdf(path, { channels: kChannels, blocks: [{ data, gains, time }] })
    const whole = await compute(path, undefined)
    const size = 2 * kRows + 8
    for (const columns_bytes of [1, 2 * (8 * kRows + 3 * size), 2 * (8 * kRows + 10 * size)])
      expect(await compute(path, columns_bytes)).toEqual(whole)
    const some = { channels: ['*1*', '4'] }
    const selected = await compute(path, undefined, some)
    expect(await compute(path, 1, some)).toEqual(selected)
    expect([...selected.indices]).toEqual([1, 4, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21])
    const linked = { channels: ['3', '4'], linked: ['7'] }
    expect(await compute(path, 1, linked)).toEqual(await compute(path, undefined, linked))
  })
})
