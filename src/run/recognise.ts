import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadAddon } from '../addon/load.js'
import { isWavemillError } from '../contract/error.js'
import { formats } from '../contract/generated/contract.js'
import { Pairs } from '../discover/pairs.js'

/** Some of a file's bytes. */
export interface ByteExcerpt {
  /** Of the first of them. */
  offsetBytes: number
  /** `07 00 2e`: two digits a byte. */
  hex: string
  /** A character a byte; `.` where it is none of ASCII. */
  text: string
}

/** What can be said of a file, however damaged it is. */
export interface Recognised {
  /** Null where neither its name nor its first bytes are of a format that is read. */
  format: string | null
  /** How that was told; null without a format. */
  by: 'name' | 'content' | null
  /** Of a format of two files: the other one, where it is there. */
  partner: string | null
  /** These are of the data file, whichever of two was named. */
  sizeBytes: number
  firstBytes: ByteExcerpt
  /** Around the byte that the error names, where it names one; of a packed file there is none, since the error means what was in it. */
  failingBytes: ByteExcerpt | null
}

const kLooked = 4096
const kFirst = 64
const kLine = 16

/**
 * What a file that was refused is like: its format by name or content, its size, its first bytes, and those around the error.
 *
 * @param error   what refused it; its `offsetBytes` is where the bytes are shown
 * @returns       undefined where not even its bytes can be read
 * @errors        NATIVE_LOAD
 * @cost          a few reads of at most 4 kB
 */
export async function recognise(path: string, error?: unknown): Promise<Recognised | undefined> {
  const pairs = new Pairs()
  const { data } = await pairs.resultOf(path)
  const file = await open(data).catch(() => undefined)
  if (!file) return undefined
  try {
    const { size: sizeBytes } = await file.stat()
    const bytesAt = async (offset: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    }
    const head = await bytesAt(0, kLooked)
    const place = isWavemillError(error) && !/\.gz$/i.test(data) ? error.offsetBytes : undefined
    const from = place === undefined ? 0 : firstShown(Math.min(place, sizeBytes))
    return {
      ...(await formatOf(path, head, pairs)),
      sizeBytes,
      firstBytes: excerpt(0, head.subarray(0, kFirst)),
      failingBytes: place === undefined ? null : excerpt(from, await bytesAt(from, 3 * kLine)),
    }
  } catch {
    return undefined // a folder, or a disk that fails
  } finally {
    await file.close()
  }
}

/** A line of 16 bytes before that of the place. */
function firstShown(place: number): number {
  return Math.max(0, Math.floor(place / kLine) - 1) * kLine
}

async function formatOf(path: string, head: Uint8Array, pairs: Pairs): Promise<Pick<Recognised, 'format' | 'by' | 'partner'>> {
  const named = await pairs.formatOf(path)
  if (named) {
    const partner = named.partner === undefined ? null : join(dirname(path), named.partner)
    return { format: named.format.name, by: 'name', partner }
  }
  const format = loadAddon().formatOf('', head) ?? null
  return { format, by: format === null ? null : 'content', partner: null }
}

/** `OpenFAST binary` of `outb`. */
export function formatTitle(format: string): string {
  return formats.find(({ name }) => name === format)?.title ?? format
}

function excerpt(offsetBytes: number, bytes: Uint8Array): ByteExcerpt {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
  const text = Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
  return { offsetBytes, hex, text }
}
