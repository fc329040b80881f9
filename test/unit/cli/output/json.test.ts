import { expect, test } from 'vitest'
import { StatisticsJson } from '../../../../src/cli/output/statistics-json.js'
import { WavemillError } from '../../../../src/contract/error.js'
import { collector, fileNamed, row } from './collected.js'

test('files come as they are done, each by itself, and together are what the schema says', async () => {
  const { out, writes, text } = collector()
  const json = new StatisticsJson(out)
  const file = fileNamed('a.outb', ['odd'])
  await json.add({ file, channels: [row(file, 0, { min: 0.1 + 0.2, max: null })] })
  await json.add({
    path: 'b.outb',
    error: new WavemillError('FORMAT_BAD_COUNT', 'minus one', { path: 'b.outb', offsetBytes: 2 }),
  })
  expect(writes).toHaveLength(2)
  await json.end()
  expect(JSON.parse(text())).toEqual({
    files: [
      {
        path: 'a.outb',
        format: 'outb',
        sampleCount: 6001,
        time: { start_s: 0, stop_s: 600, step_s: 0.1 },
        readPath: 'read',
        channels: [{ index: 0, name: 'Channel0', unit: 'kN', status: 'ok', min: 0.30000000000000004, max: null }],
        warnings: ['odd'],
      },
      { path: 'b.outb', error: { code: 'FORMAT_BAD_COUNT', message: 'minus one', offsetBytes: 2 } },
    ],
  })
})

test('no file is an empty list', async () => {
  const { out, text } = collector()
  await new StatisticsJson(out).end()
  expect(JSON.parse(text())).toEqual({ files: [] })
})
