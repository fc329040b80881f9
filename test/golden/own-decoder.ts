// A decoder of .outb, .npy, .out and .csv files for the tests: written from the formats' descriptions, sharing nothing with the core, and slow.

export interface DecodedChannel {
  name: string
  samples: Float64Array
}

export interface DecodedFile {
  times_s: Float64Array
  channels: DecodedChannel[]
}

export function decode(path: string, bytes: Buffer): DecodedFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (/\.(out|csv)$/.test(path)) return decodeText(bytes.toString('latin1'), path.endsWith('.out'))
  return path.endsWith('.npy') ? decodeNpy(view, bytes) : decodeOutb(view, bytes)
}

/** Reads little-endian fields one after another. */
class Fields {
  at = 0
  constructor(
    private readonly view: DataView,
    private readonly bytes: Buffer,
  ) {}

  int16 = () => this.view.getInt16(this.skip(2), true)
  int32 = () => this.view.getInt32(this.skip(4), true)
  float32 = () => this.view.getFloat32(this.skip(4), true)
  float64 = () => this.view.getFloat64(this.skip(8), true)
  text = (length: number) => this.bytes.toString('latin1', this.skip(length), this.at).trim()

  skip(length: number): number {
    this.at += length
    return this.at - length
  }
}

function times<T>(count: number, one: () => T): T[] {
  return Array.from({ length: count }, one)
}

function decodeOutb(view: DataView, bytes: Buffer): DecodedFile {
  const fields = new Fields(view, bytes)
  const fileId = fields.int16()
  if (![1, 2, 3, 4].includes(fileId)) throw new Error(`FileID ${fileId}`)
  const nameLength = fileId === 4 ? fields.int16() : 10
  const [channelCount, sampleCount] = [fields.int32(), fields.int32()]
  const [first, second] = [fields.float64(), fields.float64()]
  const scaled = fileId === 3 ? 0 : channelCount
  const scales = times(scaled, fields.float32)
  const offsets = times(scaled, fields.float32)
  fields.skip(fields.int32())
  const names = times(channelCount + 1, () => fields.text(nameLength)).slice(1)
  fields.skip((channelCount + 1) * nameLength)
  const packed = fileId === 1 ? times(sampleCount, fields.int32) : undefined
  const times_s = Float64Array.from({ length: sampleCount }, (_, i) =>
    packed ? ((packed[i] ?? Number.NaN) - second) / first : first + i * second,
  )
  const rows = times(sampleCount, () => times(channelCount, fileId === 3 ? fields.float64 : fields.int16))
  const channels = names.map((name, j) => {
    const [scale = Number.NaN, offset = Number.NaN] = [scales[j], offsets[j]]
    const stored = rows.map((row) => row[j] ?? Number.NaN)
    return { name, samples: Float64Array.from(stored, (q) => (fileId === 3 ? q : (q - offset) / scale)) }
  })
  return { times_s, channels }
}

const npyReaders = {
  f8: { size: 8, read: (view: DataView, at: number, little: boolean) => view.getFloat64(at, little) },
  f4: { size: 4, read: (view: DataView, at: number, little: boolean) => view.getFloat32(at, little) },
  i2: { size: 2, read: (view: DataView, at: number, little: boolean) => view.getInt16(at, little) },
  i4: { size: 4, read: (view: DataView, at: number, little: boolean) => view.getInt32(at, little) },
  u2: { size: 2, read: (view: DataView, at: number, little: boolean) => view.getUint16(at, little) },
}

function decodeNpy(view: DataView, bytes: Buffer): DecodedFile {
  const isFirstVersion = bytes[6] === 1
  const dictionaryAt = isFirstVersion ? 10 : 12
  const dataAt = dictionaryAt + (isFirstVersion ? view.getUint16(8, true) : view.getUint32(8, true))
  const dictionary = bytes.toString('latin1', dictionaryAt, dataAt)
  const [, order, type] = /'descr': '([<>])(f8|f4|i2|i4|u2)'/.exec(dictionary) ?? []
  const reader = npyReaders[type as keyof typeof npyReaders]
  if (!reader) throw new Error(`not decoded: ${dictionary}`)
  const shape = (/'shape': \(([^)]*)\)/.exec(dictionary)?.[1] ?? '')
    .split(',')
    .filter((part) => part.trim())
    .map(Number)
  const [rows = 0, width = 1] = shape
  const isFortran = dictionary.includes("'fortran_order': True")
  const place = (i: number, j: number) => dataAt + reader.size * (isFortran ? j * rows + i : i * width + j)
  const channels = Array.from({ length: width }, (_, j) => ({
    name: `col${j}`,
    samples: Float64Array.from({ length: rows }, (_, i) => reader.read(view, place(i, j), order === '<')),
  }))
  return { times_s: Float64Array.from({ length: rows }, (_, i) => i), channels }
}

/** Plain rows: no quotes, no decimal comma, no holes. */
function decodeText(text: string, isOpenFast: boolean): DecodedFile {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const separator = isOpenFast ? /\s+/ : ','
  const head = lines.findIndex((line) => /^time\b/i.test(line.trim()))
  const names = (lines[head] ?? '').trim().split(separator)
  const rows = lines.slice(head + (isOpenFast ? 2 : 1)).map((line) => line.trim().split(separator).map(Number))
  const column = (index: number) => Float64Array.from(rows, (row) => row[index] ?? Number.NaN)
  return { times_s: column(0), channels: names.slice(1).map((name, i) => ({ name, samples: column(i + 1) })) }
}
