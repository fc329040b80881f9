import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sinkError } from '../contract/sink-error.js'

/** The name that a file was to have which a session left unfinished, killed while it wrote; undefined where the name is not of such a file. */
export function finishedName(name: string): string | undefined {
  return /^(.+)\.\d+\.part$/.exec(name)?.[1]
}

/** A file that is there whole or not at all: written beside its name, forced to disk, then renamed; a file of that name is replaced. */
export class WholeFile {
  readonly #path: string
  readonly #temporary: string
  readonly #handle: FileHandle
  #lengthBytes = 0

  private constructor(path: string, temporary: string, handle: FileHandle) {
    this.#path = path
    this.#temporary = temporary
    this.#handle = handle
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async begin(path: string): Promise<WholeFile> {
    const temporary = `${path}.${process.pid}.part`
    try {
      return new WholeFile(path, temporary, await open(temporary, 'w'))
    } catch (error) {
      throw sinkError(path, error)
    }
  }

  /** @errors   SINK_FULL, SINK_WRITE; `discard` is still to be called */
  async append(bytes: Uint8Array): Promise<void> {
    try {
      await this.#handle.appendFile(bytes)
      this.#lengthBytes += bytes.byteLength
    } catch (error) {
      throw sinkError(this.#path, error)
    }
  }

  /**
   * Gives the file its name.
   *
   * @returns  its length in bytes
   * @errors   SINK_FULL, SINK_WRITE; `discard` is still to be called
   */
  async finish(): Promise<number> {
    try {
      await this.#handle.sync()
      await this.#handle.close()
      await rename(this.#temporary, this.#path)
      await syncFolder(dirname(this.#path))
      return this.#lengthBytes
    } catch (error) {
      throw sinkError(this.#path, error)
    }
  }

  /** Leaves nothing behind. After `finish` as well as before it: a file that has its name keeps it. */
  async discard(): Promise<void> {
    await this.#handle.close().catch(() => undefined)
    await rm(this.#temporary, { force: true }).catch(() => undefined)
  }
}

/**
 * A whole file in one go.
 *
 * @param write   gets a function that appends; what it throws is thrown on
 * @returns       its length in bytes
 * @errors        SINK_FULL, SINK_PERMISSION, SINK_WRITE; nothing is left behind then
 */
export async function writeWhole(
  path: string,
  write: (append: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<number> {
  const file = await WholeFile.begin(path)
  try {
    await write((bytes) => file.append(bytes))
    return await file.finish()
  } catch (error) {
    await file.discard()
    throw sinkError(path, error)
  }
}

/** So that the new name outlives a power cut. Windows has no such thing, and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
