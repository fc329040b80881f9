import { describe, expect, it } from 'vitest'
import { columns, families, statuses } from '../../src/contract/generated/contract.js'
import { checkCycles, checkInspection, checkStatistics } from './support/checks.mjs'
import { cutOff, writeNpy } from './support/files.mjs'
import { channelCount, sampleCount, useSetting } from './support/setting.js'
import { bitsOf, columnNumbers, inspect, rainflow, statistics, succeeds } from './support/tasks.mjs'

const setting = useSetting()

it('the tests number columns as the contract does', () => {
  const contract = Object.fromEntries([...columns, ...families].map(({ name, number }) => [name, number]))
  expect(contract).toMatchObject(columnNumbers)
})

describe('what crosses the binding', () => {
  it('statistics: typed arrays with the right numbers', async () => {
    const result = await succeeds(statistics(setting.open(2), setting.file))
    checkStatistics(result, sampleCount, channelCount)
    expect(result.indices).toBeInstanceOf(Uint32Array)
    expect(result.values).toBeInstanceOf(Float64Array)
    expect(result.status).toEqual(new Uint8Array(channelCount).fill(statuses.indexOf('ok')))
    expect(result).toMatchObject({
      format: 'npy',
      periods: [{ sampleCount, time: { start_s: 0, stop_s: (sampleCount - 1) / 2, step_s: 0.5 } }],
    })
    expect(result.warnings).toBeInstanceOf(Array)
  })

  it('inspect: the layout in words', async () => {
    const result = await succeeds(inspect(setting.open(2), setting.file))
    checkInspection(result, sampleCount, channelCount)
    expect(result).toMatchObject({ format: 'npy', isTimeAssumed: true, sizeBytes: 128 + 8 * sampleCount * channelCount })
    expect(result.channels[1]).toMatchObject({
      type: 'float64',
      byteOrder: 'little',
      offsetBytes: 128 + 8,
      strideBytes: 8 * channelCount,
      scaling: 'x = q',
      scale: 1,
      bias: 0,
    })
  })

  it('rainflow: five numbers a cycle', async () => {
    const result = await succeeds(rainflow(setting.open(2), setting.file))
    expect(result.index).toBe(0)
    checkCycles(result, sampleCount)
  })

  it('a failure: code, message, and where in the file', async () => {
    const engine = setting.open(1)
    const absent = await statistics(engine, `${setting.file}.absent`)
    expect(absent.result).toBeUndefined()
    expect(absent.failure).toEqual({ code: 'DISCOVER_NOT_FOUND', message: expect.stringContaining('file') })
    const cut = setting.file.replace('x.npy', 'cut.npy')
    writeNpy(cut, 100, 2)
    cutOff(cut, 5, 128 + 8 * 200)
    const { failure } = await inspect(engine, cut)
    expect(failure).toMatchObject({ code: 'FORMAT_TRUNCATED_DATA', offsetBytes: 128 + 8 * 200 - 5 })
  })

  it('the same bits for 1, 2 and 5 lanes, mapped and read', async () => {
    const bits = []
    for (const lanes of [1, 2, 5]) {
      const engine = setting.open(lanes)
      expect(engine.lanes).toBe(lanes)
      for (const mode of ['map', 'read']) {
        const result = await succeeds(statistics(engine, setting.file, mode))
        expect(result.readPath).toBe(mode === 'map' ? 'mapped' : 'read')
        bits.push(bitsOf(result))
      }
    }
    expect(new Set(bits).size).toBe(1)
  })
})
