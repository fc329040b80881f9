import { describe, expect, test } from 'vitest'
import { GroupWriter } from '../../../src/disk/group-writer.js'

describe('group writer', () => {
  test('items that come together go together, in their order, a group at a time', async () => {
    const groups: number[][] = []
    let underWay = 0
    const writer = new GroupWriter<number>(async (items) => {
      expect(++underWay).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 5))
      groups.push([...items])
      --underWay
    }, 1)
    const first = [writer.add(1), writer.add(2)]
    await new Promise((resolve) => setTimeout(resolve, 3))
    const second = [writer.add(3), writer.add(4)]
    await Promise.all([...first, ...second])
    expect(groups).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  test('flush does not wait for the timer', async () => {
    const written: number[] = []
    const writer = new GroupWriter<number>(async (items) => void written.push(...items), 60_000)
    const added = [writer.add(1), writer.add(2)]
    await writer.flush()
    await Promise.all(added)
    expect(written).toEqual([1, 2])
  })

  test('after a group that failed everything is refused with its error', async () => {
    const full = new Error('no room')
    let calls = 0
    const writer = new GroupWriter<number>(async () => {
      ++calls
      throw full
    }, 0)
    await expect(writer.add(1)).rejects.toBe(full)
    await expect(writer.add(2)).rejects.toBe(full)
    expect(calls).toBe(1)
  })
})
