import { type FileBlock, Footer } from 'apache-arrow/ipc/metadata/file'
import { Message, type RecordBatch } from 'apache-arrow/ipc/metadata/message'
import type { Schema } from 'apache-arrow/schema'
import { decompressZstd } from 'hyparquet-compressors'
import { FileFault } from '../decode-failure.js'
import type { FileBytes } from '../file-bytes.js'
import { unpackLz4Frame } from './lz4-frame.js'

/** A batch of rows: where it lies, and what its metadata say. */
export interface Batch {
  readonly rowCount: number
  readonly header: RecordBatch
  readonly bodyOffset: number
  readonly bodyLength: number
}

export interface ArrowFile {
  readonly schema: Schema
  readonly batches: readonly Batch[]
  /** How buffers are compressed: empty for not at all. */
  readonly compression: string
}

const kMark = 'ARROW1'
const kTail_bytes = 4 + kMark.length
const kContinues = 0xffffffff
const kMostBuffer_bytes = 2 ** 33

/** The footer, and the metadata of each batch; no samples. */
export async function readArrowFile(bytes: FileBytes): Promise<ArrowFile> {
  const footer = Footer.decode(await footerBytes(bytes))
  const batches: Batch[] = []
  for (const block of footer.recordBatches()) batches.push(await readBatch(bytes, block))
  const codecs = new Set(batches.map(({ header }) => codecOf(header)))
  return { schema: footer.schema, batches, compression: [...codecs].filter((codec) => codec !== '').join(' and ') }
}

async function footerBytes(bytes: FileBytes): Promise<Uint8Array> {
  const mark = async (offset: number) => Buffer.from(await bytes.read(offset, kMark.length)).toString('latin1')
  if (bytes.sizeBytes < kMark.length || (await mark(0)) !== kMark)
    throw new FileFault(
      'FORMAT_ARROW',
      'the file does not begin with ARROW1 (byte 0): it is no Arrow IPC file; a stream (and Feather version 1) has to be written as a file',
    )
  const end = bytes.sizeBytes - kTail_bytes
  if (end < 8 || (await mark(bytes.sizeBytes - kMark.length)) !== kMark)
    throw new FileFault(
      'FORMAT_ARROW',
      `the file does not end with ARROW1 (byte ${bytes.sizeBytes}): it is cut off, or still being written`,
    )
  const length = new DataView((await bytes.read(end, 4)).buffer).getInt32(0, true)
  if (length <= 0 || length > end - 8)
    throw new FileFault('FORMAT_ARROW', `the footer is to have ${length} bytes (byte ${end}): the file is damaged`)
  return bytes.read(end - length, length)
}

async function readBatch(bytes: FileBytes, { offset, metaDataLength, bodyLength }: FileBlock): Promise<Batch> {
  const metadata = await bytes.read(offset, metaDataLength)
  const prefix = metaDataLength >= 8 && new DataView(metadata.buffer).getUint32(0, true) === kContinues ? 8 : 4
  const message = Message.decode(metadata.subarray(prefix))
  if (!message.isRecordBatch())
    throw new FileFault('FORMAT_ARROW', `no batch of rows lies at byte ${offset}: the file is damaged`)
  const header = message.header()
  const rowCount = Number(header.length)
  if (!(rowCount >= 0)) throw new FileFault('FORMAT_BAD_COUNT', `a batch says that it has ${rowCount} rows`)
  return { rowCount, header, bodyOffset: offset + metaDataLength, bodyLength: Number(bodyLength) }
}

function codecOf({ compression }: RecordBatch): string {
  if (!compression) return ''
  return compression.type === 0 ? 'lz4' : 'zstd'
}

/** One buffer of a batch, unpacked; alone: the other columns' are not read. */
export async function readBuffer(bytes: FileBytes, batch: Batch, index: number): Promise<Uint8Array<ArrayBuffer>> {
  const region = batch.header.buffers[index]
  if (!region) throw new FileFault('FORMAT_ARROW', 'a batch has fewer buffers than its columns need: the file is damaged')
  const offset = Number(region.offset)
  const length = Number(region.length)
  if (!(offset >= 0 && length >= 0 && offset + length <= batch.bodyLength))
    throw new FileFault('FORMAT_ARROW', 'a buffer reaches over the end of its batch: the file is damaged')
  const stored = await bytes.read(batch.bodyOffset + offset, length)
  const codec = codecOf(batch.header)
  if (codec === '' || length === 0) return stored
  if (length < 8) throw new FileFault('FORMAT_ARROW', 'a compressed buffer has no length: the file is damaged')
  const expected = Number(new DataView(stored.buffer).getBigInt64(0, true))
  const packed = stored.subarray(8)
  if (expected === -1) return packed.slice() // it would have grown
  if (!(expected >= 0 && expected <= kMostBuffer_bytes))
    throw new FileFault('FORMAT_ARROW', `a buffer is to unpack to ${expected} bytes: the file is damaged`)
  return codec === 'lz4' ? unpackLz4Frame(packed, expected) : unpackZstd(packed, expected)
}

function unpackZstd(packed: Uint8Array, expected: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(expected)
  const unpacked = decompressZstd(packed, out)
  if (unpacked.length === expected) return unpacked as Uint8Array<ArrayBuffer>
  throw new FileFault('FORMAT_ARROW', `a buffer unpacks to ${unpacked.length} bytes, not to ${expected}: the file is damaged`)
}
