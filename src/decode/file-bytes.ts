import { type FileHandle, open } from 'node:fs/promises'
import type { DecodableFile } from '../contract/decoded.js'
import { FileFault } from './decode-failure.js'

/** Random access to a file's bytes, on disk or in memory. */
export interface FileBytes {
  readonly sizeBytes: number
  /**
   * @returns   memory of its own
   * @errors    FORMAT_TRUNCATED_DATA where the file does not reach so far
   */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** @errors   those of the operating system, as Node throws them; FORMAT_EMPTY_FILE */
export async function openBytes({ path, bytes }: DecodableFile): Promise<FileBytes> {
  const opened = bytes ? new HeldBytes(bytes) : await DiskBytes.open(path)
  if (opened.sizeBytes > 0) return opened
  await opened.close()
  throw new FileFault(
    'FORMAT_EMPTY_FILE',
    'the file is empty (0 bytes): the simulation never wrote it, or the disk was full; run it again',
  )
}

class HeldBytes implements FileBytes {
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get sizeBytes(): number {
    return this.#bytes.length
  }

  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    mustLieInside(offset, length, this.sizeBytes)
    const copy = new Uint8Array(length)
    copy.set(this.#bytes.subarray(offset, offset + length))
    return copy
  }

  async close(): Promise<void> {
    // Nothing is open.
  }
}

class DiskBytes implements FileBytes {
  readonly sizeBytes: number
  readonly #file: FileHandle

  private constructor(file: FileHandle, sizeBytes: number) {
    this.#file = file
    this.sizeBytes = sizeBytes
  }

  static async open(path: string): Promise<DiskBytes> {
    const file = await open(path)
    const status = await file.stat()
    if (status.isFile()) return new DiskBytes(file, status.size)
    await file.close()
    throw new FileFault('DISCOVER_NOT_A_FILE', 'the path is a folder, or a device, not a result file')
  }

  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    mustLieInside(offset, length, this.sizeBytes)
    const bytes = new Uint8Array(length)
    for (let done = 0; done < length; ) {
      const { bytesRead } = await this.#file.read(bytes, done, length - done, offset + done)
      if (bytesRead === 0)
        throw new FileFault('IO_FILE_SHRANK', `the file ends at byte ${offset + done} now: something is writing it`)
      done += bytesRead
    }
    return bytes
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

function mustLieInside(offset: number, length: number, sizeBytes: number): void {
  if (offset >= 0 && length >= 0 && offset + length <= sizeBytes) return
  throw new FileFault(
    'FORMAT_TRUNCATED_DATA',
    `the file has ${sizeBytes} bytes, and ${length} are to lie from byte ${offset} on: it is cut off; copy it again`,
  )
}
