import { type PackedChannel, packChannel } from './outb-packing.js'

const kFileIdWithoutTime = 2
const kNameLength = 10

export interface SampleChannel {
  /** At most 10 characters, ASCII; a longer name is an error. */
  name: string
  /** As OpenFAST writes it, in parentheses. */
  unit: string
  samples: Float64Array
}

export interface SampleRecord {
  description: string
  start_s: number
  step_s: number
  channels: SampleChannel[]
}

/**
 * Encodes a record as OpenFAST binary output with FileID 2: int16 samples, row by row, and a uniform time axis.
 *
 * @param record   every channel with the same number of samples, at least one
 * @reference      OpenFAST, NWTC_IO.f90, WrBinFAST
 */
export function encodeOutb(record: SampleRecord): Buffer {
  const packed = record.channels.map((channel) => packChannel(channel.samples))
  return Buffer.concat([encodeHeader(record, packed), interleave(packed)])
}

function encodeHeader(record: SampleRecord, packed: readonly PackedChannel[]): Buffer {
  const sampleCount = packed[0]?.samples.length ?? 0
  const names = ['Time', ...record.channels.map((channel) => channel.name)]
  const units = ['(s)', ...record.channels.map((channel) => channel.unit)]
  return Buffer.concat([
    int16(kFileIdWithoutTime),
    int32(packed.length),
    int32(sampleCount),
    float64(record.start_s),
    float64(record.step_s),
    ...packed.map((channel) => float32(channel.scale)),
    ...packed.map((channel) => float32(channel.offset)),
    int32(Buffer.byteLength(record.description, 'ascii')),
    Buffer.from(record.description, 'ascii'),
    ...names.map(fixedText),
    ...units.map(fixedText),
  ])
}

/** Row-major: all channels of the first moment, then of the second. */
function interleave(packed: readonly PackedChannel[]): Buffer {
  const sampleCount = packed[0]?.samples.length ?? 0
  const rows = Buffer.alloc(2 * packed.length * sampleCount)
  packed.forEach((channel, column) => {
    channel.samples.forEach((q, row) => {
      rows.writeInt16LE(q, 2 * (row * packed.length + column))
    })
  })
  return rows
}

function fixedText(text: string): Buffer {
  if (text.length > kNameLength) throw new RangeError(`'${text}' is longer than the ${kNameLength} characters of an .outb name`)
  return Buffer.from(text.padEnd(kNameLength), 'ascii')
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16LE(value)
  return bytes
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

function float32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}

function float64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}
