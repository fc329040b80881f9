import type { Dataset, File, Group } from 'h5wasm'
import type { DecodableFile } from '../../contract/decoded.js'
import { FileFault } from '../decode-failure.js'
import { openBytes } from '../file-bytes.js'

export type { Dataset, Group } from 'h5wasm'

/** An HDF5 file that is open in the library. */
export interface OpenHdf5 {
  readonly root: Group
  readonly sizeBytes: number
  isDataset(entity: unknown): entity is Dataset
  isGroup(entity: unknown): entity is Group
  close(): void
}

const kSignature = '\x89HDF\r\n\x1a\n'

/**
 * Opens a file on disk, or one that is in memory: there are two builds of the library, for its file system is either Node's or its own.
 *
 * @errors   FORMAT_HDF5, FORMAT_EMPTY_FILE, those of the operating system
 */
export async function openLibrary(file: DecodableFile): Promise<OpenHdf5> {
  const sizeBytes = await checkSignature(file)
  const library = file.bytes ? await import('h5wasm') : await import('h5wasm/node')
  const module = await library.ready
  module.activate_throwing_error_handler()
  const name = file.bytes ? inMemory(library.FS as unknown as LibraryFiles, file.bytes) : file.path
  const opened = call(() => new library.File(name, 'r'))
  return {
    root: opened,
    sizeBytes,
    isDataset: (entity): entity is Dataset => entity instanceof library.Dataset,
    isGroup: (entity): entity is Group => entity instanceof library.Group,
    close: () => closeFile(opened, file.bytes ? (library.FS as unknown as LibraryFiles) : undefined, name),
  }
}

interface LibraryFiles {
  createDataFile(parent: string, name: string, bytes: Uint8Array, canRead: boolean, canWrite: boolean, canOwn: boolean): unknown
  unlink(path: string): void
}

const kMemoryName = 'file-in-memory.h5'

function inMemory(files: LibraryFiles, bytes: Uint8Array): string {
  files.createDataFile('/', kMemoryName, bytes, true, false, true)
  return `/${kMemoryName}`
}

function closeFile(opened: File, files: LibraryFiles | undefined, name: string): void {
  try {
    opened.close()
  } catch {
    // A file that is damaged may not even close; what it was is known by now.
  }
  files?.unlink(name)
}

/** The library would print its complaints of a file that is none. */
async function checkSignature(file: DecodableFile): Promise<number> {
  const bytes = await openBytes(file)
  try {
    const head = Buffer.from(await bytes.read(0, Math.min(2048 + 8, bytes.sizeBytes))).toString('latin1')
    if ([0, 512, 1024, 2048].some((offset) => head.startsWith(kSignature, offset))) return bytes.sizeBytes
    throw new FileFault(
      'FORMAT_HDF5',
      'the file does not begin as an HDF5 file does (byte 0): it is of another format, or damaged',
    )
  } finally {
    await bytes.close()
  }
}

/**
 * What the library says, in one line: it gives its call stack, the cause in the last line.
 *
 * @errors   FORMAT_HDF5
 */
export function call<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof FileFault || error instanceof RangeError || !(error instanceof Error)) throw error
    const reasons = [...error.message.matchAll(/ in \w+\(\): (.*)$/gm)]
    const reason = reasons.at(-1)?.[1] ?? error.message.split('\n')[0]
    throw new FileFault(
      'FORMAT_HDF5',
      `the HDF5 library cannot read the file (${reason}): it is cut off or damaged; copy it again`,
    )
  }
}

/** Attributes by name, as numbers and text; what is neither is left out, and of an array the first element is taken. */
export type Attributes = ReadonlyMap<string, number | string>

/**
 * Those of the wanted attributes that are there: each costs some 50 µs, and SIMA writes a dozen at every series.
 *
 * @errors   FORMAT_HDF5
 */
export function attributesOf(entity: Group | Dataset, wanted: readonly string[]): Attributes {
  return call(() => {
    const there = new Set(Object.keys(entity.attrs))
    const values = new Map<string, number | string>()
    for (const name of wanted) {
      const value = there.has(name) ? singleValue(entity.get_attribute(name, false)) : undefined
      if (value !== undefined) values.set(name, value)
    }
    return values
  })
}

export function numberOf(attributes: Attributes, name: string): number | undefined {
  const value = attributes.get(name)
  return typeof value === 'number' ? value : undefined
}

export function textOf(attributes: Attributes, name: string): string {
  return String(attributes.get(name) ?? '').trim()
}

function singleValue(value: unknown): number | string | undefined {
  const single = ArrayBuffer.isView(value) || Array.isArray(value) ? (value as unknown as ArrayLike<unknown>)[0] : value
  if (typeof single === 'bigint') return Number(single)
  return typeof single === 'number' || typeof single === 'string' ? single : undefined
}
