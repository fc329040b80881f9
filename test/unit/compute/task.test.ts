import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { untilAborted } from '../../../src/compute/task.js'
import { WavemillError } from '../../../src/contract/error.js'

test('gives the result and takes the listener off', async () => {
  const { signal } = new AbortController()
  const task = { result: Promise.resolve(7), cancel: () => undefined }
  expect(await untilAborted(() => task, signal)).toBe(7)
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})

test('an abort cancels the task; its reason is the cause', async () => {
  const controller = new AbortController()
  let fail = (_: unknown): void => undefined
  const result = new Promise<never>((_, reject) => {
    fail = reject
  })
  const pending = untilAborted(
    () => ({ result, cancel: () => fail(new WavemillError('CANCELLED', 'by the core')) }),
    controller.signal,
  )
  controller.abort('enough')
  await expect(pending).rejects.toMatchObject({ code: 'CANCELLED', cause: 'enough' })
})

test('an aborted signal starts nothing', async () => {
  let isStarted = false
  const start = () => {
    isStarted = true
    return { result: Promise.resolve(7), cancel: () => undefined }
  }
  await expect(untilAborted(start, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(isStarted).toBe(false)
})

test('an error of the task is thrown as it is', async () => {
  const error = new WavemillError('IO_OPEN', 'no', { path: 'a' })
  await expect(untilAborted(() => ({ result: Promise.reject(error), cancel: () => undefined }), undefined)).rejects.toBe(error)
})
