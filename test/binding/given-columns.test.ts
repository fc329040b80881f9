import { describe, expect, test } from 'vitest'
import { loadAddon } from '../../src/addon/load.js'
import type { NativeColumns, NativeStatisticsTask } from '../../src/addon/native.js'
import { useSetting } from './support/setting.js'
import { statisticsTask, submit, succeeds } from './support/tasks.mjs'

const setting = useSetting()

/** Two channels of three samples in shared memory: float64, then uint16 of whose numbers the largest is NaN. */
function given(): { bytes: Uint8Array; given: NativeColumns } {
  const block = new SharedArrayBuffer(64)
  new Float64Array(block, 0, 3).set([1.5, -2, 4])
  new Uint16Array(block, 24, 3).set([10, 65_535, 20])
  const columns: NativeColumns = {
    format: 'gtsdf',
    variant: 'by hand',
    sampleCount: 3,
    start_s: 1,
    step_s: 0.5,
    isTimeAssumed: false,
    names: ['a', 'b'],
    units: ['m', 'kN'],
    types: ['float64', 'uint16'],
    offsetsBytes: Float64Array.of(0, 24),
    stridesBytes: Float64Array.of(8, 2),
    scales: Float64Array.of(1, 0.5),
    biases: Float64Array.of(0, 1),
    areLargestMissing: Uint8Array.of(0, 1),
    warnings: ['said'],
  }
  return { bytes: new Uint8Array(block), given: columns }
}

function unwanted(): never {
  throw new Error('done of a refused task was called')
}

describe('columns given in shared memory', () => {
  test('are computed like a file', async () => {
    const task: NativeStatisticsTask = { ...statisticsTask('nowhere.hdf5'), ...given() }
    const result = await succeeds(submit(setting.open(1), 'statistics', task).ended)
    expect(result).toMatchObject({
      format: 'gtsdf',
      names: ['a', 'b'],
      units: ['m', 'kN'],
      readPath: 'decoded',
      warnings: ['said'],
    })
    expect(result.periods).toEqual([{ sampleCount: 3, time: { start_s: 1, stop_s: 2, step_s: 0.5 } }])
    const [, min, max] = result.values
    expect([min, max, ...result.values.subarray(8, 10)]).toEqual([-2, 4, 6, 11])
  })

  test.each([
    ['format', 'no such'],
    ['sampleCount', -1],
    ['sampleCount', '3'],
    ['step_s', 0],
    ['types', ['float64', 'int128']],
    ['names', ['a']],
    ['offsetsBytes', Float64Array.of(0, 0.5)],
    ['stridesBytes', [8, 2]],
    ['timesOffsetBytes', 'x'],
    ['areLargestMissing', undefined],
  ])('a wrong %s is a TypeError that names it', (name, value) => {
    const { bytes, given: columns } = given()
    const task = { ...statisticsTask('nowhere.hdf5'), bytes, given: { ...columns, [name]: value } }
    const refused = () => setting.open(1).statistics(task as never, unwanted)
    expect(refused).toThrow(TypeError)
    expect(refused).toThrow(name === 'names' ? /as many/ : new RegExp(name))
  })

  test('what does not lie in the memory is refused', async () => {
    const { bytes, given: columns } = given()
    const task = { ...statisticsTask('nowhere.hdf5'), bytes: bytes.subarray(0, 29), given: columns }
    expect(await submit(setting.open(1), 'statistics', task).ended).toMatchObject({ failure: { code: 'INTERNAL' } })
  })
})

describe('what others ask of the core', () => {
  const addon = loadAddon()

  test('a format by the first bytes', () => {
    expect(addon.formatOf('x', Buffer.from('PAR1'))).toBe('parquet')
    expect(addon.formatOf('x', Buffer.from('nothing at all'))).toBeUndefined()
    expect(addon.formatOf('x', new Uint8Array())).toBeUndefined()
  })

  test('the channels that a task looks at', () => {
    const names = ['Fx', 'Fy', 'Fx', '1']
    const units = names.map(() => 'N')
    const needed = (channels: string[], linked?: string[]) => [...addon.neededChannels({ channels, linked }, names, units)]
    expect(needed([])).toEqual([0, 1, 2, 3])
    expect(needed(['Fx#2', '1'])).toEqual([2, 3])
    expect(needed(['Fy'], ['F*'])).toEqual([0, 1, 2])
    expect(() => needed(['Fz'])).toThrow(expect.objectContaining({ code: 'INPUT_UNKNOWN_CHANNEL' }))
    expect(() => addon.neededChannels({ channels: [] }, names, [])).toThrow(TypeError)
  })
})
