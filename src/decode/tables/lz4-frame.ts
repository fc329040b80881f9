import { FileFault } from '../decode-failure.js'

const kMagic = 0x184d2204
const kStored = 0x80000000

/**
 * Unpacks an LZ4 frame: blocks behind a header. Blocks may refer to those before them.
 *
 * @param expected   bytes that come out
 * @errors           FORMAT_ARROW
 * @reference        LZ4 Frame Format 1.6.1 and Block Format; checksums are not looked at
 */
export function unpackLz4Frame(packed: Uint8Array, expected: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  if (packed.length < 7 || view.getUint32(0, true) !== kMagic) throw damaged('has no LZ4 frame')
  const flags = packed[4] as number
  const hasBlockChecksum = (flags & 0x10) !== 0
  const out = new Uint8Array(expected)
  let at = 7 + ((flags & 0x08) !== 0 ? 8 : 0) + ((flags & 0x01) !== 0 ? 4 : 0)
  let done = 0
  while (done < expected) {
    if (at + 4 > packed.length) throw damaged('ends before its contents do')
    const word = view.getUint32(at, true)
    const end = at + 4 + (word & (kStored - 1))
    if (end === at + 4 || end > packed.length) throw damaged('ends before its contents do')
    const block = packed.subarray(at + 4, end)
    done = word >= kStored ? append(block, out, done) : unpackBlock(block, out, done)
    at = end + (hasBlockChecksum ? 4 : 0)
  }
  return out
}

/** Sequences of literals and of bytes that stood `distance` before. Gives where the output ends now. */
function unpackBlock(block: Uint8Array, out: Uint8Array, begin: number): number {
  const input = new Input(block)
  let done = begin
  while (!input.isAtEnd) {
    const token = input.byte()
    done = append(input.bytes(input.length(token >> 4)), out, done)
    if (input.isAtEnd) break
    const distance = input.byte() + 256 * input.byte()
    const end = done + input.length(token & 15) + 4
    if (distance === 0 || distance > done || end > out.length) throw damaged('is damaged')
    if (distance >= end - done) out.copyWithin(done, done - distance, end - distance)
    else for (let i = done; i < end; ++i) out[i] = out[i - distance] as number // what it writes it reads again
    done = end
  }
  return done
}

class Input {
  readonly #block: Uint8Array
  #at = 0

  constructor(block: Uint8Array) {
    this.#block = block
  }

  get isAtEnd(): boolean {
    return this.#at === this.#block.length
  }

  byte(): number {
    if (this.isAtEnd) throw damaged('is damaged')
    return this.#block[this.#at++] as number
  }

  /** 15 goes on in the bytes that follow, as long as they are 255. */
  length(nibble: number): number {
    if (nibble < 15) return nibble
    let length = nibble
    let more = 255
    while (more === 255) length += more = this.byte()
    return length
  }

  bytes(count: number): Uint8Array {
    if (this.#at + count > this.#block.length) throw damaged('is damaged')
    this.#at += count
    return this.#block.subarray(this.#at - count, this.#at)
  }
}

function append(bytes: Uint8Array, out: Uint8Array, done: number): number {
  if (done + bytes.length > out.length) throw damaged('holds more than it promises')
  out.set(bytes, done)
  return done + bytes.length
}

function damaged(what: string): FileFault {
  return new FileFault('FORMAT_ARROW', `a compressed column ${what}: the file is damaged; write it again`)
}
