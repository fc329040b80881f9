import { describe, expect, test } from 'vitest'
import type { FileResult } from '../../../src/contract/batch.js'
import { decodePart, encodePart } from '../../../src/parts/part-codec.js'
import { PartReader } from '../../../src/parts/part-reader.js'
import { PartWriter } from '../../../src/parts/part-writer.js'
import { fileResult } from '../../support/file-results.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const room = temporaryFolder()
const bitsOf = (values: Float64Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('hex')

describe('a part', () => {
  test('comes back to the bit, wherever it lies in memory', () => {
    for (const channelCount of [0, 1, 3, 8]) {
      const result = fileResult(channelCount, 5, channelCount)
      const record = Buffer.concat(encodePart(result))
      expect(record.length % 8).toBe(0)
      for (const shift of [0, 3]) {
        const bytes = Buffer.concat([Buffer.alloc(shift), record]).subarray(shift)
        const again = decodePart(bytes, '0001.seg', 0)
        expect(bitsOf(again.values)).toBe(bitsOf(result.values))
        expect([...again.status]).toEqual([...result.status])
        expect(again.extras.map(({ values }) => bitsOf(values))).toEqual(result.extras.map(({ values }) => bitsOf(values)))
        const plain = (of: FileResult) => ({
          ...of,
          values: 0,
          status: 0,
          extras: of.extras.map((extra) => ({ ...extra, values: 0 })),
        })
        expect(plain(again)).toEqual(plain(result))
      }
    }
  })

  test('with any byte changed, or cut anywhere, is damaged', () => {
    const record = Buffer.concat(encodePart(fileResult(1, 2)))
    for (let at = 0; at < record.length; ++at) {
      const bytes = Buffer.from(record)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      expect(() => decodePart(bytes, '0001.seg', 64)).toThrow(expect.objectContaining({ code: 'SINK_DAMAGED', offsetBytes: 64 }))
    }
    for (let length = 0; length < record.length; length += 5) {
      expect(() => decodePart(record.subarray(0, length), '0001.seg', 0)).toThrow(
        expect.objectContaining({ code: 'SINK_DAMAGED' }),
      )
    }
  })
})

test('sessions write segments of their own, and all are read', async () => {
  const places = []
  for (const tasks of [
    [0, 1, 2],
    [3, 4],
  ]) {
    const writer = await PartWriter.begin(room.path)
    places.push(...(await writer.write(tasks.map((task) => fileResult(task, 4)))))
    places.push(...(await writer.write([fileResult(10 + (tasks[0] ?? 0), 4)])))
    await writer.close()
  }
  expect(new Set(places.map(({ part }) => part))).toEqual(new Set(['0001.seg', '0002.seg']))
  const reader = new PartReader(room.path)
  const tasks = []
  for (const place of places) tasks.push((await reader.read(place)).file.task)
  expect(tasks).toEqual([0, 1, 2, 10, 3, 4, 13])
  const [first] = places
  if (first) await expect(reader.read({ ...first, partOffset: 8 })).rejects.toMatchObject({ code: 'SINK_DAMAGED' })
  if (first) await expect(reader.read({ ...first, partLength: 1e7 })).rejects.toMatchObject({ code: 'SINK_DAMAGED' })
  await expect(reader.read({ part: '0009.seg', partOffset: 0, partLength: 8 })).rejects.toMatchObject({ code: 'SINK_DAMAGED' })
  await reader.close()
})
