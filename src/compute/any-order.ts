import { isWavemillError, type WavemillError } from '../contract/error.js'
import type { Task } from './task.js'
import { Turnstile } from './turnstile.js'

/** How an input's task ended, and how long it took from its start. */
export type Ending<Input, Value> = { readonly input: Input; readonly seconds: number } & (
  | { readonly value: Value; readonly error?: undefined }
  | { readonly error: WavemillError }
)

export interface AnyOrderOptions<Input, Value> {
  /** At most so many tasks at once. */
  window: number
  /** At most so many endings beside them whose `ended` has not come back: as far as a slow disk may lag behind. */
  backlog: number
  start(input: Input): Task<Value>
  /** Called as tasks end, in whatever order. */
  ended(ending: Ending<Input, Value>): Promise<void>
  /** Once it aborts nothing new begins; what is under way ends by itself. */
  drain?: AbortSignal | undefined
  /** Cancels what is under way; `ended` is not told of it. */
  signal?: AbortSignal | undefined
}

/**
 * Runs a task for each input, several at once, until all have ended and `ended` has come back for each.
 *
 * @errors   a task's error whose disposition is to abort the run, and whatever `start` or `ended` throw: the other tasks are cancelled first
 */
export async function inAnyOrder<Input, Value>(inputs: Iterable<Input>, options: AnyOrderOptions<Input, Value>): Promise<void> {
  const crew = new Crew(options)
  await crew.work(inputs)
}

class Crew<Input, Value> {
  readonly #options: AnyOrderOptions<Input, Value>
  readonly #underWay = new Set<Task<Value>>()
  readonly #turnstile = new Turnstile()
  #unsettledCount = 0
  #failure: { error: unknown } | undefined

  constructor(options: AnyOrderOptions<Input, Value>) {
    this.#options = options
  }

  async work(inputs: Iterable<Input>): Promise<void> {
    const { drain, signal } = this.#options
    drain?.addEventListener('abort', this.#turnstile.changed)
    signal?.addEventListener('abort', this.#cancelAll)
    try {
      for (const input of inputs) {
        while (!this.#isStopped && this.#isFull) await this.#turnstile.next()
        if (this.#isStopped) break
        this.#begin(input)
      }
      while (this.#unsettledCount > 0) await this.#turnstile.next()
    } finally {
      drain?.removeEventListener('abort', this.#turnstile.changed)
      signal?.removeEventListener('abort', this.#cancelAll)
    }
    if (this.#failure) throw this.#failure.error
  }

  get #isStopped(): boolean {
    const { drain, signal } = this.#options
    return this.#failure !== undefined || signal?.aborted === true || drain?.aborted === true
  }

  get #isFull(): boolean {
    const { window, backlog } = this.#options
    return this.#underWay.size >= window || this.#unsettledCount >= window + backlog
  }

  #begin(input: Input): void {
    ++this.#unsettledCount
    this.#follow(input)
      .catch((error: unknown) => {
        this.#failure ??= { error }
        this.#cancelAll()
      })
      .finally(() => {
        --this.#unsettledCount
        this.#turnstile.changed()
      })
  }

  async #follow(input: Input): Promise<void> {
    const begin = performance.now()
    const task = this.#options.start(input)
    this.#underWay.add(task)
    const outcome = await outcomeOf(task)
    this.#underWay.delete(task)
    if (this.#failure || this.#options.signal?.aborted) return
    if (outcome.error?.disposition === 'abort-run') throw outcome.error
    this.#turnstile.changed() // its slot is free, wherever its result has to go
    await this.#options.ended({ input, seconds: (performance.now() - begin) / 1000, ...outcome })
  }

  readonly #cancelAll = (): void => {
    for (const task of this.#underWay) task.cancel()
    this.#turnstile.changed()
  }
}

async function outcomeOf<Value>(task: Task<Value>): Promise<{ value: Value; error?: undefined } | { error: WavemillError }> {
  try {
    return { value: await task.result }
  } catch (error) {
    if (isWavemillError(error)) return { error }
    throw error
  }
}
