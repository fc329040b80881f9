import { describe, expect, test } from 'vitest'
import { type Ending, inAnyOrder } from '../../../src/compute/any-order.js'
import type { Task } from '../../../src/compute/task.js'
import { WavemillError } from '../../../src/contract/error.js'

/** A lane's work that the test ends by hand. */
class HeldTask implements Task<number> {
  readonly result: Promise<number>
  resolve!: (value: number) => void
  reject!: (error: Error) => void

  constructor() {
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }

  cancel(): void {
    this.reject(new WavemillError('CANCELLED', 'cancelled'))
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

function setting(count: number, more: { backlog?: number; drain?: AbortSignal; signal?: AbortSignal } = {}) {
  const tasks: HeldTask[] = []
  const endings: Ending<number, number>[] = []
  const holds: (() => void)[] = []
  let isHolding = false
  const work = inAnyOrder(
    Array.from({ length: count }, (_, i) => i),
    {
      window: 2,
      backlog: 1,
      start: () => {
        const task = new HeldTask()
        tasks.push(task)
        return task
      },
      ended: async (ending) => {
        endings.push(ending)
        if (isHolding) await new Promise<void>((resolve) => holds.push(resolve))
      },
      ...more,
    },
  )
  work.catch(() => undefined)
  const hold = () => {
    isHolding = true
  }
  return { tasks, endings, holds, hold, work }
}

describe('in any order', () => {
  test('keeps the window full and tells each ending once, in the order in which they come', async () => {
    const { tasks, endings, work } = setting(4)
    await turn()
    expect(tasks).toHaveLength(2)
    tasks[1]?.resolve(11)
    await turn()
    expect(tasks).toHaveLength(3)
    tasks[0]?.resolve(10)
    await turn()
    for (const task of tasks.slice(2)) task.resolve(12)
    await work
    expect(endings.map(({ input }) => input)).toEqual([1, 0, 2, 3])
  })

  test('a task that fails is an ending; the others go on', async () => {
    const { tasks, endings, work } = setting(2)
    await turn()
    tasks[0]?.reject(new WavemillError('FORMAT_UNKNOWN', 'what is it'))
    tasks[1]?.resolve(1)
    await work
    expect(endings.map((ending) => ending.error?.code)).toEqual(['FORMAT_UNKNOWN', undefined])
  })

  test('an error that aborts the run cancels the others and is thrown', async () => {
    const { tasks, endings, work } = setting(5)
    await turn()
    tasks[0]?.reject(new WavemillError('RESOURCE_THREADS', 'no thread'))
    await expect(work).rejects.toMatchObject({ code: 'RESOURCE_THREADS' })
    expect(endings).toEqual([])
    expect(tasks).toHaveLength(2)
  })

  test('what `ended` throws ends the run: only what had begun by then is there', async () => {
    const full = new WavemillError('SINK_FULL', 'no room')
    const tasks: HeldTask[] = []
    const work = inAnyOrder([1, 2, 3, 4], {
      window: 2,
      backlog: 8,
      start: () => {
        const task = new HeldTask()
        tasks.push(task)
        return task
      },
      ended: () => Promise.reject(full),
    })
    work.catch(() => undefined)
    await turn()
    tasks[0]?.resolve(1)
    await expect(work).rejects.toBe(full)
    expect(tasks).toHaveLength(3)
  })

  test('endings that do not come back hold the work up at the backlog', async () => {
    const { tasks, holds, hold, work } = setting(6)
    hold()
    await turn()
    tasks[0]?.resolve(0)
    await turn()
    expect(tasks).toHaveLength(3)
    tasks[1]?.resolve(0)
    await turn()
    expect(tasks).toHaveLength(3)
    holds[0]?.()
    await turn()
    expect(tasks).toHaveLength(4)
    for (let i = 2; i < 6; ++i) {
      tasks[i]?.resolve(0)
      for (const release of holds) release()
      await turn()
      await turn()
    }
    for (const release of holds) release()
    await work
  })

  test('drain: what is under way ends, nothing new begins', async () => {
    const drain = new AbortController()
    const { tasks, endings, work } = setting(9, { drain: drain.signal })
    await turn()
    drain.abort()
    for (const task of tasks) task.resolve(1)
    await work
    expect(tasks).toHaveLength(2)
    expect(endings).toHaveLength(2)
  })

  test('signal: what is under way is cancelled and not told', async () => {
    const controller = new AbortController()
    const { tasks, endings, work } = setting(9, { signal: controller.signal })
    await turn()
    controller.abort()
    await work
    expect(tasks).toHaveLength(2)
    expect(endings).toEqual([])
  })

  test('no input is no work', async () => {
    const { work } = setting(0)
    await work
  })
})
