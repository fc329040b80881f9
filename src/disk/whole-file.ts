import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sinkError } from '../contract/sink-error.js'

/**
 * A file that is there whole or not at all: written beside its name, forced to disk, then renamed; a file of that name is replaced.
 *
 * @param write   gets a function that appends; what it throws is thrown on
 * @returns       its length in bytes
 * @errors        SINK_FULL, SINK_PERMISSION, SINK_WRITE; nothing is left behind then
 */
export async function writeWhole(
  path: string,
  write: (append: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<number> {
  const temporary = `${path}.${process.pid}.part`
  try {
    const handle = await open(temporary, 'w')
    const lengthBytes = await writeAndClose(handle, write)
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return lengthBytes
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw sinkError(path, error)
  }
}

async function writeAndClose(
  handle: FileHandle,
  write: (append: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<number> {
  let lengthBytes = 0
  try {
    await write(async (bytes) => {
      await handle.appendFile(bytes)
      lengthBytes += bytes.byteLength
    })
    await handle.sync()
    return lengthBytes
  } finally {
    await handle.close()
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
