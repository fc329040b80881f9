import { constants } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { move } from 'piscina'
import type { ErrorCode } from '../contract/generated/contract.js'

/** Why a file has no contents. An error's class does not survive the way between threads. */
export interface UnzipFailure {
  readonly code: ErrorCode
  readonly message: string
  readonly offsetBytes?: number
}

/** What a worker gives back. */
export type Unzipped = Uint8Array | UnzipFailure

/** Deflate cannot do better: a file that claims to hold more is lying. */
const kBestRatio = 1032
const kSmallest_bytes = 64 * 1024
const kChunk_bytes = 1024 * 1024

/** Unpacks a .gz file, of one member or several, into memory that is handed over to the caller. */
export async function gunzip(path: string): Promise<Unzipped> {
  const room = new GrowingBytes(await promisedSize(path))
  const source = createReadStream(path, { highWaterMark: kChunk_bytes })
  const unzip = source.pipe(createGunzip({ chunkSize: kChunk_bytes }))
  source.on('error', (error) => unzip.destroy(error))
  try {
    for await (const chunk of unzip) room.append(chunk)
    return move(room.bytes) as Uint8Array
  } catch (error) {
    return failure(error, source.bytesRead)
  }
}

/** The last four bytes of a .gz are its contents' length, modulo 2³²: a hint, and not more. */
async function promisedSize(path: string): Promise<number> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const tail = Buffer.alloc(4)
      await file.read(tail, 0, 4, Math.max(0, size - 4))
      return Math.min(tail.readUInt32LE(), size * kBestRatio)
    } finally {
      await file.close()
    }
  } catch {
    return 0 // reading it will say why
  }
}

class GrowingBytes {
  #room: Uint8Array
  #length = 0

  constructor(expected: number) {
    this.#room = new Uint8Array(Math.max(kSmallest_bytes, expected))
  }

  append(chunk: Uint8Array): void {
    const length = this.#length + chunk.length
    if (length > this.#room.length) this.#grow(length)
    this.#room.set(chunk, this.#length)
    this.#length = length
  }

  get bytes(): Uint8Array {
    return this.#room.subarray(0, this.#length)
  }

  #grow(least: number): void {
    const room = new Uint8Array(Math.max(least, Math.min(2 * this.#room.length, constants.MAX_LENGTH)))
    room.set(this.bytes)
    this.#room = room
  }
}

function failure(error: unknown, offsetBytes: number): UnzipFailure {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return { code: 'DISCOVER_NOT_FOUND', message: 'there is no file of that name' }
  if (code === 'EISDIR') return { code: 'DISCOVER_NOT_A_FILE', message: 'the path is a folder' }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'IO_PERMISSION', message: 'the file may not be read by this user' }
  if (code === 'Z_BUF_ERROR')
    return {
      code: 'FORMAT_GZIP',
      message: `the compressed file ends before its contents do, at byte ${offsetBytes}: compress it again`,
      offsetBytes,
    }
  if (code?.startsWith('Z_'))
    return {
      code: 'FORMAT_GZIP',
      message: `the compressed file is damaged before byte ${offsetBytes} (${message}): compress it again`,
      offsetBytes,
    }
  if (error instanceof RangeError)
    return {
      code: 'RESOURCE_MEMORY',
      message: 'what the compressed file holds does not fit into memory; unpack it to disk first',
    }
  return { code: 'IO_READ', message: `the file could not be read: ${message}` }
}
