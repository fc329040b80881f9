import { describe, expect, test } from 'vitest'
import { unpackLz4Frame } from '../../../src/decode/tables/lz4-frame.js'

/** A frame of blocks; a stored one has the highest bit of its length set. */
function frame(
  blocks: readonly { bytes: readonly number[]; isStored?: boolean }[],
  flags = 0x40,
  extra: readonly number[] = [],
): Uint8Array {
  const parts = blocks.flatMap(({ bytes, isStored }) => [...le32(bytes.length + (isStored ? 0x80000000 : 0)), ...bytes])
  return Uint8Array.from([0x04, 0x22, 0x4d, 0x18, flags, 0x40, ...extra, 0, ...parts, 0, 0, 0, 0])
}

function le32(value: number): number[] {
  return [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24]
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()
const letters = (of: string) => [...Buffer.from(of)]

describe('LZ4 frames', () => {
  test('literals, a match that overlaps itself, literals again', () => {
    // 3 literals, then 9 bytes from 3 before, then 2 literals
    const block = [0x35, ...letters('abc'), 3, 0, 0x20, ...letters('xy')]
    expect(text(unpackLz4Frame(frame([{ bytes: block }]), 14))).toBe('abcabcabcabcxy')
  })

  test('lengths of more than 15 go on in further bytes', () => {
    const literals = letters('0123456789abcdefghij')
    const block = [0xff, 5, ...literals, 20, 0, 255, 1] // match of 15 + 256 + 4, without literals behind it
    const out = text(unpackLz4Frame(frame([{ bytes: [...block, 0x00] }]), 20 + 275))
    expect(out).toBe('0123456789abcdefghij'.repeat(15).slice(0, 295))
  })

  test('a stored block; a block that refers to the one before it; content size in the header', () => {
    const linked = [0x00, 4, 0] // four bytes from four before
    const packed = frame([{ bytes: letters('wxyz'), isStored: true }, { bytes: linked }], 0x48, [8, 0, 0, 0, 0, 0, 0, 0])
    expect(text(unpackLz4Frame(packed, 8))).toBe('wxyzwxyz')
  })

  test.each([
    ['no frame', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 4],
    ['cut off', frame([{ bytes: [0x35, ...letters('abc'), 3, 0] }]).subarray(0, 12), 12],
    ['a distance before the begin', frame([{ bytes: [0x10, 65, 9, 0] }]), 5],
    ['a distance of nothing', frame([{ bytes: [0x10, 65, 0, 0] }]), 5],
    ['more than promised', frame([{ bytes: letters('abcdef'), isStored: true }]), 5],
    ['less than promised', frame([{ bytes: letters('abc'), isStored: true }]), 5],
  ])('%s is an error', (_, packed, expected) => expect(() => unpackLz4Frame(packed, expected)).toThrow(/damaged/))
})
