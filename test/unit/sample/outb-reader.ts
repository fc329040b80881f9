// An independent reader of FileID 2, after notes of the format: the writer is checked against it, not against itself.

export interface ReadChannel {
  name: string
  unit: string
  scale: number
  offset: number
  samples: number[]
}

export interface ReadRecord {
  fileId: number
  start_s: number
  step_s: number
  sampleCount: number
  description: string
  names: string[]
  units: string[]
  channels: ReadChannel[]
  leftOverBytes: number
}

export function readOutb(bytes: Buffer): ReadRecord {
  let at = 0
  const take = <Value>(size: number, read: (from: number) => Value): Value => {
    const value = read(at)
    at += size
    return value
  }
  const int16 = () => take(2, (from) => bytes.readInt16LE(from))
  const int32 = () => take(4, (from) => bytes.readInt32LE(from))
  const float32 = () => take(4, (from) => bytes.readFloatLE(from))
  const float64 = () => take(8, (from) => bytes.readDoubleLE(from))
  const text = (size: number) => take(size, (from) => bytes.toString('ascii', from, from + size))
  const times = <Value>(count: number, read: () => Value) => Array.from({ length: count }, read)

  const fileId = int16()
  const channelCount = int32()
  const sampleCount = int32()
  const [start_s, step_s] = [float64(), float64()]
  const scales = times(channelCount, float32)
  const offsets = times(channelCount, float32)
  const description = text(int32())
  const names = times(channelCount + 1, () => text(10).trimEnd())
  const units = times(channelCount + 1, () => text(10).trimEnd())
  const rows = times(sampleCount, () => times(channelCount, int16))
  const channels = scales.map((scale, j) => {
    const offset = offsets[j] ?? Number.NaN
    const samples = rows.map((row) => ((row[j] ?? Number.NaN) - offset) / scale)
    return { name: names[j + 1] ?? '', unit: units[j + 1] ?? '', scale, offset, samples }
  })
  return { fileId, start_s, step_s, sampleCount, description, names, units, channels, leftOverBytes: bytes.length - at }
}
