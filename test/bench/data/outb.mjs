// OpenFAST binary files, FileID 2: packed int16 rows, a scale and an offset for each channel.
import { writeFileSync } from 'node:fs'

const nameWidth = 10

function header(sampleCount, channelCount) {
  const bytes = Buffer.alloc(2 + 4 + 4 + 8 + 8 + 8 * channelCount + 4 + 2 * nameWidth * (channelCount + 1), ' ')
  let at = bytes.writeInt16LE(2, 0)
  at = bytes.writeInt32LE(channelCount, at)
  at = bytes.writeInt32LE(sampleCount, at)
  at = bytes.writeDoubleLE(0, at)
  at = bytes.writeDoubleLE(0.05, at)
  for (let channel = 0; channel < channelCount; ++channel) at = bytes.writeFloatLE(1000 + channel, at)
  for (let channel = 0; channel < channelCount; ++channel) at = bytes.writeFloatLE(100 - channel, at)
  at = bytes.writeInt32LE(0, at) // no description
  const names = ['Time', ...Array.from({ length: channelCount }, (_, channel) => `Channel${channel}`)]
  for (const name of names) at += bytes.write(name, at, 'latin1') && nameWidth
  for (const _ of names) at += bytes.write('(-)', at, 'latin1') && nameWidth
  return bytes
}

/** The stored numbers of a file's worth of rows: smooth channels, each of its own phase and period, with a little noise. */
export function makeRows(sampleCount, channelCount) {
  const rows = new Int16Array(sampleCount * channelCount)
  for (let channel = 0; channel < channelCount; ++channel) {
    const step = (2 * Math.PI) / (60 + channel)
    for (let i = 0; i < sampleCount; ++i) {
      const noise = ((i * 7919 + channel * 104_729) % 1009) - 504
      rows[i * channelCount + channel] = Math.round(
        20_000 * Math.sin(step * i + channel) + 6000 * Math.sin(step * 0.07 * i) + noise,
      )
    }
  }
  return rows
}

/** Writes a file whose rows begin at row `firstRow` of `rows` and go round. */
export function writeOutb(path, rows, channelCount, firstRow) {
  const split = firstRow * channelCount
  const bytesOf = (part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)
  const parts = [
    header(rows.length / channelCount, channelCount),
    bytesOf(rows.subarray(split)),
    bytesOf(rows.subarray(0, split)),
  ]
  writeFileSync(path, Buffer.concat(parts))
}
