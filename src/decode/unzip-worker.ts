import { stat } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, type Options, open, type ZipFile } from 'yauzl'
import type { ArchiveMember } from '../contract/archive.js'
import { type DecodeFailure, FileFault, systemFailure } from './decode-failure.js'

export interface UnzipRequest {
  readonly archive: string
  readonly member: string
  /** The contents are to be seen by other threads too. */
  readonly isShared: boolean
}

/** An archive of more is no archive of results. */
const kMostMembers = 100_000
/** Deflate cannot do better: a member that claims to hold more is lying. */
const kBestRatio = 1032
/** A member of more than this has to look like numbers, which do not pack so well. */
const kLarge_bytes = 2 ** 30
const kGoodRatio = 100

/** The files of an archive, by its central directory; nothing is unpacked. */
export async function list(archive: string): Promise<ArchiveMember[] | DecodeFailure> {
  return withArchive(archive, async (zip, sizeBytes) => {
    const members: ArchiveMember[] = []
    let packed_bytes = 0
    for await (const entry of entriesOf(zip)) {
      packed_bytes += entry.compressedSize
      if (isFile(entry)) members.push({ name: entry.fileName, sizeBytes: entry.uncompressedSize })
    }
    if (packed_bytes > sizeBytes)
      throw fault(
        `its members have ${packed_bytes} bytes packed and the archive has ${sizeBytes}: they overlap, as in an archive that is made to do harm`,
      )
    return members
  })
}

/** One member, unpacked into memory. */
export async function unzip({ archive, member, isShared }: UnzipRequest): Promise<Uint8Array | DecodeFailure> {
  return withArchive(archive, async (zip) => {
    for await (const entry of entriesOf(zip)) if (isFile(entry) && entry.fileName === member) return unpack(zip, entry, isShared)
    throw new FileFault('DISCOVER_NOT_FOUND', `the archive has no member '${member}'`)
  })
}

async function unpack(zip: ZipFile, entry: Entry, isShared: boolean): Promise<Uint8Array> {
  checkEntry(entry)
  const length = entry.uncompressedSize
  const bytes = isShared ? new Uint8Array(new SharedArrayBuffer(length)) : new Uint8Array(length)
  let done = 0
  const into = new Writable({
    write(chunk: Uint8Array, _encoding, next) {
      bytes.set(chunk, done) // yauzl ends with an error before there are more than the entry says
      done += chunk.length
      next()
    },
  })
  await pipeline(await promised<NodeJS.ReadableStream>((done) => zip.openReadStream(entry, done)), into)
  return bytes
}

function checkEntry(entry: Entry): void {
  const { compressedSize, uncompressedSize, fileName } = entry
  if (entry.isEncrypted()) throw fault(`the member '${fileName}' is encrypted: pack it again without a password`)
  const ratio = uncompressedSize / Math.max(1, compressedSize)
  if (ratio > kBestRatio || (uncompressedSize > kLarge_bytes && ratio > kGoodRatio))
    throw fault(
      `the member '${fileName}' is to unpack from ${compressedSize} to ${uncompressedSize} bytes, which results do not: unpack it to disk first`,
    )
}

/** No folder, nothing hidden, and not what macOS puts beside files. */
function isFile({ fileName }: Entry): boolean {
  return !fileName.endsWith('/') && !fileName.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  if (zip.entryCount > kMostMembers) throw fault(`it has ${zip.entryCount} members: too many for an archive of results`)
  for (;;) {
    const entry = await nextEntry(zip)
    if (!entry) return
    yield entry
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error')
      end()
    }
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)))
    zip.once('end', () => settle(() => resolve(undefined)))
    zip.once('error', (error: Error) => settle(() => reject(error)))
    zip.readEntry()
  })
}

async function withArchive<Value>(
  archive: string,
  work: (zip: ZipFile, sizeBytes: number) => Promise<Value>,
): Promise<Value | DecodeFailure> {
  try {
    const { size } = await stat(archive)
    const options: Options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    const zip = await promised<ZipFile>((done) => open(archive, options, done))
    try {
      return await work(zip, size)
    } finally {
      zip.close()
    }
  } catch (error) {
    return failureOf(error)
  }
}

function promised<Value>(start: (done: (error: Error | null, value: Value) => void) => void): Promise<Value> {
  return new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))))
}

function failureOf(error: unknown): DecodeFailure {
  if (error instanceof FileFault) return { code: error.code, message: error.message }
  const system = systemFailure(error)
  if (system) return system
  const reason = error instanceof Error ? error.message : String(error)
  return { code: 'FORMAT_ZIP', message: `the archive cannot be read (${reason}): it is damaged or cut off; pack it again` }
}

function fault(what: string): FileFault {
  return new FileFault('FORMAT_ZIP', `the archive is refused: ${what}`)
}
