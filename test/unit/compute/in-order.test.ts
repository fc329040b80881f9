import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { type InOrderOptions, inOrder } from '../../../src/compute/in-order.js'
import { WavemillError } from '../../../src/contract/error.js'

/** Tasks that end when the test says so; as the lanes do, a cancelled one ends with CANCELLED. */
class Bench {
  readonly started: string[] = []
  readonly cancelled: string[] = []
  readonly #ends = new Map<string, { resolve(value: string): void; reject(error: unknown): void }>()

  readonly start: InOrderOptions<string, string>['start'] = (input) => {
    this.started.push(input)
    const result = new Promise<string>((resolve, reject) => this.#ends.set(input, { resolve, reject }))
    const cancel = () => {
      this.cancelled.push(input)
      this.fail(input, 'CANCELLED')
    }
    return { result, cancel }
  }

  finish(input: string): void {
    this.#ends.get(input)?.resolve(input.toUpperCase())
  }

  fail(input: string, code: 'CANCELLED' | 'IO_OPEN' | 'RESOURCE_THREADS'): void {
    this.#ends.get(input)?.reject(new WavemillError(code, `it was ${code}`, { path: input }))
  }
}

async function turns(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Starts reading, so that the window fills; gives what the reader gets. */
function begin(inputs: Iterable<string> | AsyncIterable<string>, options: Partial<InOrderOptions<string, string>> = {}) {
  const bench = new Bench()
  const outcomes = inOrder(inputs, { window: 2, start: bench.start, ...options })
  return { bench, outcomes, first: outcomes.next() }
}

describe('inOrder', () => {
  test('yields in the order of the inputs, whichever ends first', async () => {
    const { bench, outcomes, first } = begin(['a', 'b'])
    await turns()
    bench.finish('b')
    bench.finish('a')
    expect((await first).value).toEqual({ input: 'a', value: 'A' })
    expect((await outcomes.next()).value).toEqual({ input: 'b', value: 'B' })
    expect((await outcomes.next()).done).toBe(true)
  })

  test('never has more than the window under way, and pulls no input before it has room', async () => {
    const pulled: string[] = []
    function* inputs() {
      for (const input of 'abcdef') {
        pulled.push(input)
        yield input
      }
    }
    const { bench, first, outcomes } = begin(inputs())
    await turns()
    expect(bench.started).toEqual(['a', 'b'])
    bench.finish('a')
    bench.finish('b')
    await first
    await turns()
    expect(pulled).toEqual(['a', 'b'])
    const second = outcomes.next()
    await second
    expect(bench.started).toEqual(['a', 'b', 'c'])
    await outcomes.return()
  })

  test('a failure is an outcome, and the others go on', async () => {
    const { bench, outcomes, first } = begin(['a', 'b'])
    await turns()
    bench.fail('a', 'IO_OPEN')
    bench.finish('b')
    expect((await first).value).toMatchObject({ input: 'a', error: { code: 'IO_OPEN', path: 'a' } })
    expect((await outcomes.next()).value).toEqual({ input: 'b', value: 'B' })
  })

  test('an abort-run failure ends it and cancels the rest', async () => {
    const { bench, first } = begin(['a', 'b', 'c'])
    await turns()
    bench.fail('a', 'RESOURCE_THREADS')
    await expect(first).rejects.toMatchObject({ code: 'RESOURCE_THREADS' })
    expect(bench.cancelled).toEqual(['b'])
  })

  test('a finished head is given while the next input is still awaited', async () => {
    async function* slow() {
      yield 'a'
      await new Promise(() => undefined)
    }
    const { bench, first } = begin(slow())
    await turns()
    bench.finish('a')
    expect((await first).value).toEqual({ input: 'a', value: 'A' })
  })

  test('what the inputs throw is thrown, and what is under way is cancelled', async () => {
    function* broken() {
      yield 'a'
      throw new Error('the list broke')
    }
    const { bench, first } = begin(broken())
    await expect(first).rejects.toThrow('the list broke')
    expect(bench.cancelled).toEqual(['a'])
  })

  test('leaving early cancels what is under way and closes the inputs', async () => {
    let isClosed = false
    function* inputs() {
      try {
        yield* ['a', 'b', 'c']
      } finally {
        isClosed = true
      }
    }
    const { bench, outcomes, first } = begin(inputs())
    await turns()
    bench.finish('a')
    await first
    await outcomes.return()
    expect(bench.cancelled).toEqual(['b'])
    expect(isClosed).toBe(true)
  })
})

describe('inOrder with a signal', () => {
  test('aborting throws CANCELLED with the reason, cancels, and leaves no listener', async () => {
    const controller = new AbortController()
    const { bench, first } = begin(['a', 'b', 'c'], { signal: controller.signal })
    await turns()
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1)
    controller.abort('enough')
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED', cause: 'enough' })
    expect(bench.cancelled).toEqual(['a', 'b'])
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
  })

  test('a signal that has aborted already starts nothing', async () => {
    const { bench, first } = begin(['a'], { signal: AbortSignal.abort(new Error('too late')) })
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED', cause: new Error('too late') })
    expect(bench.started).toEqual([])
  })

  test('aborting while an input is awaited does not wait for it', async () => {
    const controller = new AbortController()
    async function* never() {
      await new Promise(() => undefined)
      yield 'a'
    }
    const { first } = begin(never(), { signal: controller.signal })
    await turns()
    controller.abort()
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('an unused signal keeps no listener after the end', async () => {
    const controller = new AbortController()
    const { bench, outcomes, first } = begin(['a'], { signal: controller.signal })
    await turns()
    bench.finish('a')
    await first
    expect((await outcomes.next()).done).toBe(true)
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
  })
})
