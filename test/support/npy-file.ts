// .npy files as numpy.save writes them, version 1.0.

export type NpyType = 'f8' | 'f4' | 'i2' | 'i4' | 'u2'

const sizes: Readonly<Record<NpyType, number>> = { f8: 8, f4: 4, i2: 2, i4: 4, u2: 2 }

export interface NpyOptions {
  type?: NpyType
  bigEndian?: boolean
  fortranOrder?: boolean
}

export function npyHeader(descr: string, shape: readonly number[], fortranOrder = false): Buffer {
  const shapeText = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`
  const text = `{'descr': '${descr}', 'fortran_order': ${fortranOrder ? 'True' : 'False'}, 'shape': ${shapeText}, }`
  const header = Buffer.alloc(Math.ceil((10 + text.length + 1) / 64) * 64, ' ')
  header.write('\x93NUMPY\x01\x00', 'latin1')
  header.writeUInt16LE(header.length - 10, 8)
  header.write(text, 10, 'latin1')
  header.write('\n', header.length - 1)
  return header
}

/** The columns, all of one length, as an array of shape (samples, columns). */
export function npyFile(columns: readonly Float64Array[], options: NpyOptions = {}): Buffer {
  const { type = 'f8', bigEndian = false, fortranOrder = false } = options
  const rows = columns[0]?.length ?? 0
  const data = Buffer.alloc(rows * columns.length * sizes[type])
  for (const [j, column] of columns.entries()) {
    for (const [i, value] of column.entries()) {
      const place = fortranOrder ? j * rows + i : i * columns.length + j
      store(data, place * sizes[type], type, bigEndian, value)
    }
  }
  return Buffer.concat([npyHeader((bigEndian ? '>' : '<') + type, [rows, columns.length], fortranOrder), data])
}

function store(data: Buffer, offset: number, type: NpyType, bigEndian: boolean, value: number): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (type === 'f8') view.setFloat64(offset, value, !bigEndian)
  if (type === 'f4') view.setFloat32(offset, value, !bigEndian)
  if (type === 'i2') view.setInt16(offset, value, !bigEndian)
  if (type === 'i4') view.setInt32(offset, value, !bigEndian)
  if (type === 'u2') view.setUint16(offset, value, !bigEndian)
}
