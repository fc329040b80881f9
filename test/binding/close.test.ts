import { describe, expect, it } from 'vitest'
import { checkStatistics } from './support/checks.mjs'
import { channelCount, sampleCount, useSetting } from './support/setting.js'
import { type Ending, statistics, statisticsTask } from './support/tasks.mjs'

const setting = useSetting()

/** How many had a result; the others must have been cancelled. */
async function countResults(endings: Promise<Ending>[]): Promise<number> {
  let results = 0
  for (const { failure, result } of await Promise.all(endings)) {
    if (failure) expect(failure.code).toBe('CANCELLED')
    else checkStatistics(result, sampleCount, channelCount)
    if (result) results += 1
  }
  return results
}

describe('close', () => {
  it.each([1, 2, 5])('while %i lanes run: every task ends, with its result or with CANCELLED', async (lanes) => {
    for (let round = 0; round < 5; round++) {
      const engine = setting.open(lanes)
      const endings = Array.from({ length: 200 }, () => statistics(engine, setting.file))
      if (round) await endings[round]
      engine.close()
      expect(await countResults(endings)).toBeLessThan(200)
    }
  })

  it('inside a done: the rest is cancelled, and the process lives', async () => {
    const engine = setting.open(2)
    const closed = new Promise<void>((resolve) => {
      engine.statistics(statisticsTask(setting.file), () => {
        engine.close()
        engine.close()
        resolve()
      })
    })
    const endings = Array.from({ length: 100 }, () => statistics(engine, setting.file))
    await closed
    expect(await countResults(endings)).toBeLessThan(100)
  })

  it('of one engine leaves the others running', async () => {
    const engines = [1, 2, 3].map((lanes) => setting.open(lanes))
    const endings = engines.map((engine) => Array.from({ length: 20 }, () => statistics(engine, setting.file)))
    engines[1]?.close()
    const [first = [], second = [], third = []] = endings
    expect(await countResults([...first, ...third])).toBe(40)
    await countResults(second)
  })

  it('then a task ends with CANCELLED, later than the call', async () => {
    const engine = setting.open(2)
    engine.close()
    const { failure } = await statistics(engine, setting.file)
    expect(failure?.code).toBe('CANCELLED')
    engine.cancel(1)
    expect(engine.lanes).toBe(2)
    expect(engine.isa).not.toBe('')
  })
})
