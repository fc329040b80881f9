import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JournalEvent } from '../../../src/contract/generated/events.js'
import { Journal } from '../../../src/journal/journal.js'
import { readJournal } from '../../../src/journal/read-journal.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const room = temporaryFolder()

const event = (rows: number): JournalEvent => ({
  event: 'table_written',
  time: '2026-01-01T00:00:00.000Z',
  table: 'csv',
  path: 'a "b",\n, ü\u2028.csv',
  rows,
  bytes: 1,
  seconds: 0.5,
})

async function written(name: string, count: number): Promise<string> {
  const path = join(room.path, name)
  const journal = await Journal.open(path)
  await journal.append([event(0)])
  await journal.append(Array.from({ length: count - 1 }, (_, i) => event(i + 1)))
  await journal.close()
  return path
}

describe('journal', () => {
  test('reads back what was written; a line an event, of any text', async () => {
    const path = await written('plain', 5)
    const text = readFileSync(path, 'utf8')
    expect(text.trimEnd().split('\n')).toHaveLength(5)
    expect(text.split('\n')[3]).toMatch(/,"seq":3,"crc":"[0-9a-f]{8}"\}$/)
    const { events, lengthBytes, tornBytes } = await readJournal(path)
    expect(events).toEqual([0, 1, 2, 3, 4].map(event))
    expect({ lengthBytes, tornBytes }).toEqual({ lengthBytes: Buffer.byteLength(text), tornBytes: 0 })
  })

  test('goes on where it ended', async () => {
    const path = await written('longer', 2)
    const { lengthBytes, events } = await readJournal(path)
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"event":"tor`)
    const journal = await Journal.open(path, { lengthBytes, lineCount: events.length })
    await journal.append([event(2)])
    await journal.close()
    expect((await readJournal(path)).events).toEqual([0, 1, 2].map(event))
  })

  test('cut off anywhere in its last line, the lines before it are there', async () => {
    const whole = readFileSync(await written('whole', 3))
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1
    for (let length = lastLine; length < whole.length; ++length) {
      const path = join(room.path, 'cut')
      writeFileSync(path, whole.subarray(0, length))
      const { events, lengthBytes, tornBytes } = await readJournal(path)
      expect(events).toHaveLength(2)
      expect({ lengthBytes, tornBytes }).toEqual({ lengthBytes: lastLine, tornBytes: length - lastLine })
    }
  })

  test('one changed byte: in the last line it is a torn one, elsewhere the journal is damaged', async () => {
    const whole = readFileSync(await written('changed', 3))
    const lines = [0, whole.indexOf('\n') + 1, whole.lastIndexOf('\n', whole.length - 2) + 1]
    const path = join(room.path, 'flipped')
    for (let at = 0; at < whole.length; at += 7) {
      if (whole[at] === 0x0a) continue
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0x01
      writeFileSync(path, bytes)
      const outcome = await readJournal(path).then(
        ({ events }) => events.length,
        (error: { code: string }) => error.code,
      )
      expect(outcome).toBe(at >= (lines[2] ?? 0) ? 2 : 'SINK_DAMAGED')
    }
  })

  test('an empty journal has no events; none at all cannot be read', async () => {
    writeFileSync(join(room.path, 'empty'), '')
    expect((await readJournal(join(room.path, 'empty'))).events).toEqual([])
    await expect(readJournal(join(room.path, 'none'))).rejects.toMatchObject({ code: 'SINK_WRITE' })
  })
})
