import { crc32 } from 'node:zlib'
import type { Extra, FileResult } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'

const kMagic = 0x3150_4d57 // "WMP1"
const kHead_bytes = 16 // magic, length of the header, status bytes, reserved
const kAlignment = 8
const kCrc_bytes = 8 // four of checksum, four of padding

interface WithCount {
  readonly valueCount: number
}
type ExtraHeader = Omit<Extra, 'values'> & WithCount
type PartHeader = Omit<FileResult, 'status' | 'values' | 'extras'> & WithCount & { readonly extras: readonly ExtraHeader[] }

/**
 * A file's result as a record: 16 bytes (magic, header length, number of statuses, 0), header as JSON, statuses, padding to 8 bytes, values and those of
 * the extras as little-endian f64, CRC-32 of all that, 4 bytes of zero. Every record is a multiple of 8 bytes long.
 *
 * @returns   the pieces in their order; the values are not copied
 */
export function encodePart(result: FileResult): Uint8Array[] {
  const { status, values, extras, ...rest } = result
  const header: PartHeader = { ...rest, ...countOf(values), extras: extras.map(headerOf) }
  const text = Buffer.from(JSON.stringify(header))
  const front = Buffer.alloc(alignedUp(kHead_bytes + text.length + status.length))
  front.writeUInt32LE(kMagic, 0)
  front.writeUInt32LE(text.length, 4)
  front.writeUInt32LE(status.length, 8)
  text.copy(front, kHead_bytes)
  front.set(status, kHead_bytes + text.length)
  const back = Buffer.alloc(kCrc_bytes)
  const bodies = [values, ...extras.map((extra) => extra.values)].map(bytesOf).filter((bytes) => bytes.length > 0)
  back.writeUInt32LE(bodies.reduce((sum, bytes) => crc32(bytes, sum), crc32(front))) // of nothing, zlib's sum would be 0 and not what came before
  return [front, ...bodies, back]
}

function headerOf({ values, ...rest }: Extra): ExtraHeader {
  return { ...rest, ...countOf(values) }
}

function countOf(values: Float64Array): WithCount {
  return { valueCount: values.length }
}

function bytesOf(values: Float64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

/**
 * The result of a record.
 *
 * @param bytes   the whole record, and nothing else; the arrays of the result may point into it
 * @param name    of the segment, for the message
 * @param offset  of the record in it
 * @errors        SINK_DAMAGED
 */
export function decodePart(bytes: Buffer, name: string, offset: number): FileResult {
  const end = bytes.length - kCrc_bytes
  const isWhole =
    bytes.length >= kHead_bytes + kCrc_bytes &&
    bytes.readUInt32LE(0) === kMagic &&
    bytes.readUInt32LE(end) === crc32(bytes.subarray(0, end))
  if (!isWhole || bytes.readUInt32LE(end + 4) !== 0) throw damaged(name, offset)
  const textLength = bytes.readUInt32LE(4)
  const statusCount = bytes.readUInt32LE(8)
  const statusAt = kHead_bytes + textLength
  const { valueCount, extras: headers, ...rest }: PartHeader = JSON.parse(bytes.toString('utf8', kHead_bytes, statusAt))
  let at = alignedUp(statusAt + statusCount)
  const take = (count: number) => {
    at += 8 * count
    return at <= end ? doubles(bytes, at - 8 * count, count) : new Float64Array(0)
  }
  const values = take(valueCount)
  const extras = headers.map(({ valueCount: count, ...header }): Extra => ({ ...header, values: take(count) }))
  if (at !== end) throw damaged(name, offset)
  return { ...rest, status: bytes.subarray(statusAt, statusAt + statusCount), values, extras }
}

/** A view where the bytes lie well, else a copy. */
function doubles(bytes: Buffer, at: number, count: number): Float64Array {
  if ((bytes.byteOffset + at) % kAlignment === 0) return new Float64Array(bytes.buffer, bytes.byteOffset + at, count)
  const copy = new Float64Array(count)
  new Uint8Array(copy.buffer).set(bytes.subarray(at, at + 8 * count))
  return copy
}

function alignedUp(length: number): number {
  return Math.ceil(length / kAlignment) * kAlignment
}

function damaged(name: string, offset: number): WavemillError {
  const message = `the part at byte ${offset} of '${name}' does not match its checksum: the disk lost something; --overwrite begins afresh`
  return new WavemillError('SINK_DAMAGED', message, { path: name, offsetBytes: offset })
}
