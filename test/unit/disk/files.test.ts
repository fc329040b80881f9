import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppendFile } from '../../../src/disk/append-file.js'
import { writeWhole } from '../../../src/disk/whole-file.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const room = temporaryFolder()
const bytes = (text: string) => Buffer.from(text)

describe('a file that only grows', () => {
  test('goes on behind what is whole, and forgets what was torn', async () => {
    const path = join(room.path, 'grows')
    const first = await AppendFile.open(path)
    await first.append([bytes('one\n'), bytes('two\n')])
    expect(first.lengthBytes).toBe(8)
    await first.close()
    writeFileSync(path, 'one\ntwo\nthr')
    const second = await AppendFile.open(path, 8)
    await second.append(Array.from({ length: 3000 }, () => bytes('x')))
    await second.close()
    expect(readFileSync(path, 'utf8')).toBe(`one\ntwo\n${'x'.repeat(3000)}`)
  })

  test('a folder that is not there is said', async () => {
    await expect(AppendFile.open(join(room.path, 'no', 'such'))).rejects.toMatchObject({ code: 'SINK_WRITE' })
  })
})

describe('a file that is there whole or not at all', () => {
  test('replaces the one before', async () => {
    const path = join(room.path, 'whole')
    writeFileSync(path, 'old')
    const length = await writeWhole(path, async (append) => {
      await append(bytes('new '))
      expect(readFileSync(path, 'utf8')).toBe('old')
      await append(bytes('contents'))
    })
    expect(length).toBe(12)
    expect(readFileSync(path, 'utf8')).toBe('new contents')
  })

  test('leaves nothing behind when writing fails', async () => {
    const before = readdirSync(room.path)
    const failing = writeWhole(join(room.path, 'half'), async (append) => {
      await append(bytes('half'))
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    })
    await expect(failing).rejects.toMatchObject({ code: 'SINK_FULL', path: join(room.path, 'half') })
    expect(readdirSync(room.path)).toEqual(before)
  })

  test('/dev/full is full', async () => {
    const file = await AppendFile.open('/dev/full').catch((error: unknown) => error)
    if (!(file instanceof AppendFile)) return expect(file).toMatchObject({ code: expect.stringMatching(/^SINK_/) })
    await expect(file.append([bytes('x')])).rejects.toMatchObject({ code: 'SINK_FULL' })
    await file.close()
  })
})
