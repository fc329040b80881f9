// Small result files whose statistics are known without the engine: integers, which every format here stores exactly.
import { truncateSync, writeFileSync } from 'node:fs'

const period = 101

/** Takes every integer from -50 to 50 once in 101 samples, far from sorted. */
export function sampleAt(sample, channel) {
  return ((sample * 37 + channel * 13) % period) - 50
}

/** What the statistics of one channel must be; the mean within rounding, the others exactly. */
export function expectedOf(sampleCount, channel) {
  let min = Infinity
  let max = -Infinity
  let sum = 0
  for (let i = 0; i < sampleCount; i++) {
    const x = sampleAt(i, channel)
    min = Math.min(min, x)
    max = Math.max(max, x)
    sum += x
  }
  return { count: sampleCount, min, max, mean: sum / sampleCount }
}

/** NumPy, version 1.0, f8, shape (sampleCount, channelCount). */
export function writeNpy(path, sampleCount, channelCount) {
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': (${sampleCount}, ${channelCount}), }`
  const header = Buffer.alloc(Math.ceil((10 + text.length + 1) / 64) * 64, ' ')
  header.write('\x93NUMPY\x01\x00', 'latin1')
  header.writeUInt16LE(header.length - 10, 8)
  header.write(text, 10)
  header.write('\n', header.length - 1)
  const samples = new Float64Array(sampleCount * channelCount)
  for (let i = 0; i < samples.length; i++) samples[i] = sampleAt(Math.floor(i / channelCount), i % channelCount)
  writeFileSync(path, Buffer.concat([header, Buffer.from(samples.buffer)]))
}

function padded(names) {
  return Buffer.from(names.map((name) => name.padEnd(10)).join(''), 'latin1')
}

/** OpenFAST binary, FileID 2, scale 1 and offset 0 for each channel, half a second a step. */
export function writeOutb(path, sampleCount, channelCount) {
  const names = Array.from({ length: channelCount }, (_, channel) => `Chan${channel}`)
  const header = Buffer.alloc(26 + 8 * channelCount + 4)
  header.writeInt16LE(2, 0)
  header.writeInt32LE(channelCount, 2)
  header.writeInt32LE(sampleCount, 6)
  header.writeDoubleLE(0, 10)
  header.writeDoubleLE(0.5, 18)
  for (let channel = 0; channel < channelCount; channel++) header.writeFloatLE(1, 26 + 4 * channel)
  const samples = Buffer.alloc(2 * sampleCount * channelCount)
  for (let i = 0; i < sampleCount * channelCount; i++) {
    samples.writeInt16LE(sampleAt(Math.floor(i / channelCount), i % channelCount), 2 * i)
  }
  const units = padded(['(s)', ...names.map(() => '(kN)')])
  writeFileSync(path, Buffer.concat([header, padded(['Time', ...names]), units, samples]))
}

/** The same file with its last bytes cut off. */
export function cutOff(path, bytes, sizeBytes) {
  truncateSync(path, sizeBytes - bytes)
}
