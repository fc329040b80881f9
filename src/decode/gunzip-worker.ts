import { constants } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { move } from 'piscina'
import { type DecodeFailure, systemFailure } from './decode-failure.js'

export interface GunzipRequest {
  readonly path: string
  /** The contents are to be seen by other threads too. */
  readonly isShared: boolean
}

/** What a worker gives back. */
export type Unzipped = Uint8Array | DecodeFailure

/** Deflate cannot do better: a file that claims to hold more is lying. */
const kBestRatio = 1032
const kSmallest_bytes = 64 * 1024
const kChunk_bytes = 1024 * 1024

/** Unpacks a .gz file, of one member or several, into memory that is handed over to the caller. */
export async function gunzip({ path, isShared }: GunzipRequest): Promise<Unzipped> {
  const room = new GrowingBytes(await promisedSize(path), isShared)
  const source = createReadStream(path, { highWaterMark: kChunk_bytes })
  const unzip = source.pipe(createGunzip({ chunkSize: kChunk_bytes }))
  source.on('error', (error) => unzip.destroy(error))
  try {
    for await (const chunk of unzip) room.append(chunk)
    return isShared ? room.bytes : (move(room.bytes as Uint8Array<ArrayBuffer>) as Uint8Array)
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
  readonly #isShared: boolean
  #room: Uint8Array
  #length = 0

  constructor(expected: number, isShared: boolean) {
    this.#isShared = isShared
    this.#room = this.#allocate(Math.max(kSmallest_bytes, expected))
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
    const room = this.#allocate(Math.max(least, Math.min(2 * this.#room.length, constants.MAX_LENGTH)))
    room.set(this.bytes)
    this.#room = room
  }

  #allocate(length: number): Uint8Array {
    return this.#isShared ? new Uint8Array(new SharedArrayBuffer(length)) : new Uint8Array(length)
  }
}

function failure(error: unknown, offsetBytes: number): DecodeFailure {
  const { code, message } = error as NodeJS.ErrnoException
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
  return systemFailure(error) ?? { code: 'IO_READ', message: `the file could not be read: ${message}` }
}
