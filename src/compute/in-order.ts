import { isWavemillError, type WavemillError } from '../contract/error.js'
import { abortionOf } from './abortion.js'
import { cancelled } from './failure.js'
import type { Task } from './task.js'

/** How an input's task ended. */
export type Outcome<Input, Value> = { input: Input; value: Value } | { input: Input; error: WavemillError }

interface UnderWay<Input, Value> {
  task: Task<Value>
  outcome: Promise<Outcome<Input, Value>>
}

export interface InOrderOptions<Input, Value> {
  /** At most so many tasks at once: pulled, under way, or done and not yet asked for. */
  window: number
  start(input: Input): Task<Value>
  signal?: AbortSignal | undefined
}

/**
 * Runs a task for each input, several at once, and yields the outcomes in the order of the inputs.
 *
 * Nothing is pulled ahead of the window, so a slow reader slows the work down. A task that fails yields its error, and the
 * iteration goes on, unless the error's disposition is to abort the run. When the reader leaves, what is under way is cancelled.
 *
 * @errors   CANCELLED with the signal's reason as cause; the abort-run errors of a task; whatever the inputs throw
 */
export async function* inOrder<Input, Value>(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  { window, start, signal }: InOrderOptions<Input, Value>,
): AsyncGenerator<Outcome<Input, Value>, void, undefined> {
  const source = Symbol.asyncIterator in inputs ? inputs[Symbol.asyncIterator]() : inputs[Symbol.iterator]()
  const underWay: UnderWay<Input, Value>[] = []
  const abortion = abortionOf(signal)
  let pulled: Promise<IteratorResult<Input>> | undefined
  let isExhausted = false
  try {
    for (;;) {
      if (signal?.aborted) throw cancelled(signal)
      if (!isExhausted && underWay.length < window) pulled ??= pull(source)
      const head = underWay[0]
      if (!head && !pulled) return
      const news = await Promise.race(awaited(abortion.happened, pulled, head))
      if (!news) continue
      if ('input' in news) {
        pulled = undefined
        if (news.input.done) isExhausted = true
        else underWay.push(begin(news.input.value, start))
      } else {
        underWay.shift()
        yield unlessFatal(news.outcome, signal)
      }
    }
  } finally {
    abortion.forget()
    await abandon(underWay)
    const closing = Promise.resolve(isExhausted ? undefined : source.return?.()).catch(() => undefined)
    // A source that is still thinking about its next input would keep the reader waiting.
    if (!pulled) await closing
  }
}

/** The input comes first: a lane that waits for work is worth more than a reader that waits for a row. */
function awaited<Input, Value>(
  aborted: Promise<void>,
  pulled: Promise<IteratorResult<Input>> | undefined,
  head: UnderWay<Input, Value> | undefined,
) {
  return [
    aborted,
    ...(pulled ? [pulled.then((input) => ({ input }))] : []),
    ...(head ? [head.outcome.then((outcome) => ({ outcome }))] : []),
  ]
}

function pull<Input>(source: Iterator<Input> | AsyncIterator<Input>): Promise<IteratorResult<Input>> {
  const next = Promise.resolve(source.next())
  // It is looked at in the next turn of the loop; until then its rejection is nobody's.
  next.catch(() => undefined)
  return next
}

function begin<Input, Value>(input: Input, start: (input: Input) => Task<Value>): UnderWay<Input, Value> {
  const task = start(input)
  const outcome = task.result.then(
    (value) => ({ input, value }),
    (error: unknown) => {
      if (isWavemillError(error)) return { input, error }
      throw error
    },
  )
  outcome.catch(() => undefined)
  return { task, outcome }
}

function unlessFatal<Input, Value>(outcome: Outcome<Input, Value>, signal: AbortSignal | undefined): Outcome<Input, Value> {
  if (!('error' in outcome) || outcome.error.disposition !== 'abort-run') return outcome
  throw signal?.aborted ? cancelled(signal) : outcome.error
}

async function abandon(underWay: readonly UnderWay<unknown, unknown>[]): Promise<void> {
  for (const { task } of underWay) task.cancel()
  await Promise.allSettled(underWay.map(({ outcome }) => outcome))
}
