import { type FileHandle, open } from 'node:fs/promises'
import { sinkError } from '../contract/sink-error.js'

/** A file that only grows, a group of writes at a time; after a group that failed it is as it was before. */
export class AppendFile {
  readonly path: string
  readonly #handle: FileHandle
  #lengthBytes: number

  private constructor(path: string, handle: FileHandle, lengthBytes: number) {
    this.path = path
    this.#handle = handle
    this.#lengthBytes = lengthBytes
  }

  /**
   * Opens a file, making it where there is none; what lies behind `lengthBytes` is cut off.
   *
   * @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE
   */
  static async open(path: string, lengthBytes = 0): Promise<AppendFile> {
    try {
      const handle = await open(path, lengthBytes > 0 ? 'r+' : 'w')
      await handle.truncate(lengthBytes)
      return new AppendFile(path, handle, lengthBytes)
    } catch (error) {
      throw sinkError(path, error)
    }
  }

  get lengthBytes(): number {
    return this.#lengthBytes
  }

  /**
   * Appends the pieces and waits until they are on disk.
   *
   * @errors   SINK_FULL, SINK_WRITE
   */
  async append(pieces: readonly Uint8Array[]): Promise<void> {
    try {
      const written = await this.#writeAll(pieces)
      await this.#handle.datasync()
      this.#lengthBytes += written
    } catch (error) {
      await this.#handle.truncate(this.#lengthBytes).catch(() => undefined)
      throw sinkError(this.path, error)
    }
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  async #writeAll(pieces: readonly Uint8Array[]): Promise<number> {
    let at = this.#lengthBytes
    for (const group of inGroups(pieces)) {
      const wanted = group.reduce((sum, piece) => sum + piece.byteLength, 0)
      const { bytesWritten } = await this.#handle.writev(group, at)
      if (bytesWritten < wanted)
        await this.#handle.write(Buffer.concat(group), bytesWritten, wanted - bytesWritten, at + bytesWritten)
      at += wanted
    }
    return at - this.#lengthBytes
  }
}

/** The operating system takes 1024 pieces at once at most. */
function* inGroups(pieces: readonly Uint8Array[]): Generator<Uint8Array[]> {
  const kMost = 1000
  for (let from = 0; from < pieces.length; from += kMost) yield pieces.slice(from, from + kMost)
}
