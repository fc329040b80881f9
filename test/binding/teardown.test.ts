import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { addonPath, runProgram, sampleCount, useSetting } from './support/setting.js'
import { bitsOf, statistics, succeeds } from './support/tasks.mjs'

const setting = useSetting()
const program = new URL('./programs/worker.mjs', import.meta.url)

function startWorker(task: 'once' | 'forever' | 'held', lanes: number): Worker {
  return new Worker(program, { workerData: { addonPath: addonPath(), path: setting.file, lanes, task } })
}

describe('a worker thread', () => {
  it.each([
    ['closes its engine', 'once'],
    ['ends with work under way', 'held'],
  ] as const)('%s, and has the same bits as the main thread', async (_, task) => {
    const here = bitsOf(await succeeds(statistics(setting.open(2), setting.file)))
    const workers = [1, 2, 5].map((lanes) => startWorker(task, lanes))
    const endings = workers.map(async (worker) => {
      const [[bits], [exitCode]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')])
      return { bits, exitCode }
    })
    for (const ending of await Promise.all(endings)) expect(ending).toEqual({ bits: [here, here], exitCode: 0 })
  })

  it('is terminated with work under way, many times', async () => {
    for (let round = 0; round < 15; round++) {
      const workers = [startWorker('forever', 1), startWorker('forever', 3)]
      const endings = workers.map(async (worker) => {
        expect(await once(worker, 'message')).toEqual(['busy'])
        await wait(round % 4)
        return worker.terminate()
      })
      expect(await Promise.all(endings)).toEqual([1, 1])
    }
    await succeeds(statistics(setting.open(2), setting.file))
  }, 60_000)

  it('is terminated before its engine has done anything', async () => {
    for (let delay_ms = 0; delay_ms < 60; delay_ms += 4) {
      const worker = startWorker('forever', 2)
      await wait(delay_ms)
      await worker.terminate()
    }
    await succeeds(statistics(setting.open(2), setting.file))
  }, 60_000)
})

describe('a process', () => {
  it('ends by itself when its results are there, without close', async () => {
    const { status, stdout, stderr } = await runProgram('ends-by-itself.mjs', setting.file)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.trim().split('\n')).toEqual(Array(3).fill(String(sampleCount)))
  })

  it('exits inside a done with work under way', async () => {
    for (let round = 0; round < 8; round++) {
      const { status, signal, stderr } = await runProgram('exits-at-work.mjs', setting.file)
      expect({ status, signal, stderr }).toEqual({ status: 7, signal: null, stderr: '' })
    }
  }, 60_000)
})

describe('an engine that nobody holds', () => {
  it('is collected, but not before its tasks have ended', async () => {
    const { status, stdout, stderr } = await runProgram('collected.mjs', setting.file, ['--expose-gc'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({ whileWorking: 0, collected: 20, results: 40 })
  })
})
