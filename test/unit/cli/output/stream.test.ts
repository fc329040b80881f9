import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { OutputStream } from '../../../../src/cli/output/stream.js'

function failing(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })
}

test('a reader that left is told of once, and later writes go nowhere', async () => {
  let leftCount = 0
  const out = new OutputStream(failing('EPIPE'), () => ++leftCount)
  await out.write('a')
  await out.write('b')
  expect(leftCount).toBe(1)
})

test('any other error is the writer’s', async () => {
  const out = new OutputStream(failing('ENOSPC'), () => undefined)
  await expect(out.write('a')).rejects.toThrow('ENOSPC')
})

test('a write lasts until the stream has taken it', async () => {
  let taken = false
  const slow = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      setTimeout(() => {
        taken = true
        done()
      }, 5)
    },
  })
  await new OutputStream(slow, () => undefined).write('a')
  expect(taken).toBe(true)
})
