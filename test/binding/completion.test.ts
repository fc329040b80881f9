import { describe, expect, it } from 'vitest'
import { checkStatistics } from './support/checks.mjs'
import { channelCount, runProgram, sampleCount, useSetting } from './support/setting.js'
import { inspectTask, statistics, statisticsTask, submit, succeeds } from './support/tasks.mjs'

const setting = useSetting()

function submitMany(engine: unknown, count: number) {
  return Array.from({ length: count }, () => submit(engine, 'statistics', statisticsTask(setting.file)))
}

describe('done', () => {
  it('is called once for each task, never inside the call that submits', async () => {
    const submissions = submitMany(setting.open(3), 300)
    for (const { ended } of submissions) checkStatistics(await succeeds(ended), sampleCount, channelCount)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(submissions.map(({ calls }) => calls)).toEqual(submissions.map(() => 1))
    expect(new Set(submissions.map(({ id }) => id)).size).toBe(300)
  })

  it('may submit the next task', async () => {
    const engine = setting.open(1)
    const sizes = await new Promise<number[]>((resolve) => {
      const seen: number[] = []
      const next = () =>
        engine.inspect(inspectTask(setting.file), (_, result) => {
          seen.push(result?.sampleCount ?? -1)
          if (seen.length < 20) next()
          else resolve(seen)
        })
      next()
    })
    expect(sizes).toEqual(Array(20).fill(sampleCount))
  })

  it('that throws is an uncaught exception, and the tasks after it go on', async () => {
    const { stdout, stderr, status } = await runProgram('done-throws.mjs', setting.file)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const thrown = ['thrown by done', 'no Error at all', 'thrown by done', 'thrown by done', 'thrown by done']
    expect(JSON.parse(stdout)).toEqual({ called: 10, thrown })
  })

  it('that throws ends a process in which nobody listens', async () => {
    const { stdout, stderr, status } = await runProgram('done-throws-unhandled.mjs', setting.file)
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr).toContain('Error: thrown by done')
  })
})

describe('cancel', () => {
  it('ends tasks with CANCELLED and leaves the others alone', async () => {
    const engine = setting.open(1)
    const submissions = submitMany(engine, 100)
    for (const { id } of submissions.slice(50)) engine.cancel(id)
    const endings = await Promise.all(submissions.map(({ ended }) => ended))
    for (const { result } of endings.slice(0, 50)) checkStatistics(result, sampleCount, channelCount)
    expect(endings.slice(50).map(({ failure }) => failure?.code)).toEqual(Array(50).fill('CANCELLED'))
  })

  it('of a task that has ended, or never was, does nothing', async () => {
    const engine = setting.open(1)
    const submission = submit(engine, 'inspect', inspectTask(setting.file))
    await succeeds(submission.ended)
    engine.cancel(submission.id)
    engine.cancel(123456789)
    await succeeds(statistics(engine, setting.file))
  })
})
