import type { SampleRecord } from './outb-writer.js'

const kAlignment = 64

/** Encodes a record as a NumPy array of f64, a column a channel, each column in one piece (Fortran order). It has neither names nor times. */
export function encodeNpy({ channels }: SampleRecord): Buffer {
  const sampleCount = channels[0]?.samples.length ?? 0
  const text = `{'descr': '<f8', 'fortran_order': True, 'shape': (${sampleCount}, ${channels.length}), }`
  const front = Buffer.alloc(Math.ceil((10 + text.length + 1) / kAlignment) * kAlignment, ' ')
  front.write('\x93NUMPY\x01\x00', 'latin1')
  front.writeUInt16LE(front.length - 10, 8)
  front.write(text, 10, 'latin1')
  front.write('\n', front.length - 1)
  const columns = channels.map(({ samples }) => new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
  return Buffer.concat([front, ...columns])
}
