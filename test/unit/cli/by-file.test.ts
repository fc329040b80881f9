import { expect, test } from 'vitest'
import { byFile } from '../../../src/cli/by-file.js'
import { WavemillError } from '../../../src/contract/error.js'
import { fileNamed, row } from './output/collected.js'

const lost = { path: 'lost', error: new WavemillError('IO_OPEN', 'no', { path: 'lost' }) }

test('rows of one file come together; the same path again is another file', async () => {
  async function* rows() {
    const [a, again] = [fileNamed('a'), fileNamed('a')]
    yield row(a, 0, {})
    yield row(a, 1, {})
    yield row(again, 0, {})
    yield lost
    yield row(fileNamed('b'), 0, {})
  }
  const seen: (string | number)[][] = []
  for await (const result of byFile(rows())) {
    seen.push('file' in result ? [result.file.path, result.channels.length] : [result.path, result.error.code])
  }
  expect(seen).toEqual([
    ['a', 2],
    ['a', 1],
    ['lost', 'IO_OPEN'],
    ['b', 1],
  ])
})

test('the file that was complete when the rows broke off is given before the error', async () => {
  async function* rows() {
    yield row(fileNamed('a'), 0, {})
    throw new WavemillError('CANCELLED', 'stop')
  }
  const results = byFile(rows())
  expect((await results.next()).value).toMatchObject({ file: { path: 'a' } })
  await expect(results.next()).rejects.toMatchObject({ code: 'CANCELLED' })
})
