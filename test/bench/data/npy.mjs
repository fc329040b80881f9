// .npy files of f64 columns.
import { closeSync, openSync, writeSync } from 'node:fs'

function header(shape) {
  const text = `{'descr': '<f8', 'fortran_order': True, 'shape': (${shape.join(', ')},), }`
  const length = Math.ceil((10 + text.length + 1) / 64) * 64
  const bytes = Buffer.alloc(length, ' ')
  bytes.write('\x93NUMPY\x01\x00', 0, 'latin1')
  bytes.writeUInt16LE(length - 10, 8)
  bytes.write(text, 10, 'latin1')
  bytes[length - 1] = 0x0a
  return bytes
}

/** One column. */
export function writeColumn(path, samples) {
  const file = openSync(path, 'w')
  writeSync(file, header([samples.length]))
  writeAll(file, samples)
  closeSync(file)
}

/** `columnCount` columns in Fortran order, each another multiple of `samples`; a write a column, so that the page cache holds large pieces. */
export function writeColumns(path, samples, columnCount) {
  const file = openSync(path, 'w')
  writeSync(file, header([samples.length, columnCount]))
  for (let column = 0; column < columnCount; ++column)
    writeAll(
      file,
      samples.map((sample) => (column + 1) * sample + column),
    )
  closeSync(file)
}

/** Two columns as they are. */
export function writePair(path, columns) {
  const file = openSync(path, 'w')
  writeSync(file, header([columns[0].length, columns.length]))
  for (const column of columns) writeAll(file, column)
  closeSync(file)
}

function writeAll(file, samples) {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}
