// OpenFAST binary files, field by field, so that each field can be wrong and a file can be cut at each of them.

export interface OutbContent {
  fileId: number
  nameLength: number
  channelCount: number
  sampleCount: number
  /** FileID 1: the scale of time. */
  timeFirst: number
  /** FileID 1: its offset. */
  timeSecond: number
  scales: readonly number[]
  offsets: readonly number[]
  names: readonly string[]
  units: readonly string[]
  /** Row after row, as stored. */
  stored: readonly number[]
}

/** Two channels, ten samples: GenPwr is 0, 2, 4, … and RotSpeed 1, 3, 5, … */
export const goodOutb: OutbContent = {
  fileId: 2,
  nameLength: 12,
  channelCount: 2,
  sampleCount: 10,
  timeFirst: 60,
  timeSecond: 0.5,
  scales: [1, 1],
  offsets: [0, 0],
  names: ['Time', 'GenPwr', 'RotSpeed'],
  units: ['(s)', '(kW)', '(rpm)'],
  stored: Array.from({ length: 20 }, (_, i) => i),
}

export interface OutbField {
  name: string
  bytes: Buffer
  /** Where a reader that misses a part of this field says so: the start of what it reads at once. */
  readFrom: number
}

/** The fields of a file's header and its data, in their order. */
export function outbFields(change: Partial<OutbContent> = {}): OutbField[] {
  const content = { ...goodOutb, ...change }
  const { fileId, nameLength } = content
  const width = fileId === 4 ? nameLength : 10
  const isScaled = fileId !== 3
  const fields: OutbField[] = []
  let end = 0
  const add = (name: string, bytes: Buffer, readFrom = end) => {
    fields.push({ name, bytes, readFrom })
    end += bytes.length
    return readFrom
  }
  add('FileID', int16(fileId))
  if (fileId === 4) add('name length', int16(nameLength))
  add('channels', int32(content.channelCount))
  add('samples', int32(content.sampleCount))
  add('first time', float64(content.timeFirst))
  add('time step', float64(content.timeSecond))
  if (isScaled) add('offsets', list(content.offsets, float32), add('scales', list(content.scales, float32)))
  add('description length', int32(5))
  add('description', Buffer.from('a run'))
  add('units', texts(content.units, width), add('names', texts(content.names, width)))
  if (fileId === 1)
    add(
      'packed times',
      list(
        Array.from({ length: content.sampleCount }, (_, i) => 10 * i),
        int32,
      ),
    )
  add('data', list(content.stored, isScaled ? int16 : float64))
  return fields
}

export function outbFile(change: Partial<OutbContent> = {}): Buffer {
  return Buffer.concat(outbFields(change).map((field) => field.bytes))
}

/** Where a field begins. */
export function outbOffset(name: string, change: Partial<OutbContent> = {}): number {
  const fields = outbFields(change)
  const place = fields.findIndex((field) => field.name === name)
  if (place < 0) throw new Error(`no field '${name}'`)
  return fields.slice(0, place).reduce((sum, field) => sum + field.bytes.length, 0)
}

function written(size: number, write: (buffer: Buffer) => void): Buffer {
  const buffer = Buffer.alloc(size)
  write(buffer)
  return buffer
}
const int16 = (value: number) => written(2, (buffer) => buffer.writeInt16LE(value))
const int32 = (value: number) => written(4, (buffer) => buffer.writeInt32LE(value))
const float32 = (value: number) => written(4, (buffer) => buffer.writeFloatLE(value))
const float64 = (value: number) => written(8, (buffer) => buffer.writeDoubleLE(value))
const list = (values: readonly number[], one: (value: number) => Buffer) => Buffer.concat(values.map(one))
const texts = (values: readonly string[], width: number) =>
  Buffer.from(values.map((text) => text.slice(0, width).padEnd(width)).join(''), 'latin1')
