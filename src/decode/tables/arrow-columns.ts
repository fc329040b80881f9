import { Precision, TimeUnit, Type } from 'apache-arrow/enum'
import type { Field } from 'apache-arrow/schema'
import type { DataType, Float, Int, Timestamp } from 'apache-arrow/type'
import { FileFault } from '../decode-failure.js'
import type { NumberColumn } from './table-description.js'
import { nameAndUnit } from './time-column.js'

/** A column of numbers: where its buffers stand in a batch, and how its values are stored. */
export interface ArrowColumn extends NumberColumn {
  /** Of the validity bits; the values are behind them. */
  readonly firstBuffer: number
  readonly node: number
  readonly stored: StoredValues
}

/** Reads `count` values of a buffer as numbers; timestamps from `origin` on. */
export interface StoredValues {
  readonly sizeBits: number
  numbers(buffer: ArrayBuffer, offset: number, count: number, origin: bigint): ArrayLike<number>
  /** Of a timestamp: the first value. */
  first?(buffer: ArrayBuffer, offset: number): bigint
}

/**
 * Columns of numbers among the fields, and the names of the others.
 *
 * A batch holds the nodes and buffers of all fields one after the other, depth first: those before a column have to be counted.
 */
export function numberColumns(fields: readonly Field[]): { numbers: ArrowColumn[]; others: string[] } {
  const numbers: ArrowColumn[] = []
  const others: string[] = []
  const passed: Counts = { nodes: 0, buffers: 0 }
  for (const [index, field] of fields.entries()) {
    const stored = passed.isUncountable ? undefined : storedValues(field.type)
    if (stored) numbers.push(column(field, index, stored, passed))
    else others.push(field.name)
    pass(field.type, passed)
  }
  return { numbers, others }
}

interface Counts {
  nodes: number
  buffers: number
  /** A view's buffers vary from batch to batch. */
  isUncountable?: boolean
}

function column(field: Field, index: number, stored: StoredValues, { nodes, buffers }: Counts): ArrowColumn {
  const { name, unit } = nameAndUnit(field.name)
  const said = field.metadata.get('unit') ?? field.metadata.get('units')
  const type = field.type.typeId === Type.Float && (field.type as Float).precision === Precision.SINGLE ? 'float32' : 'float64'
  return { name, unit: said ?? unit, tick_s: tickOf(field.type), place: index, type, firstBuffer: buffers, node: nodes, stored }
}

const kTicks_s: Readonly<Record<number, number>> = {
  [TimeUnit.SECOND]: 1,
  [TimeUnit.MILLISECOND]: 1e-3,
  [TimeUnit.MICROSECOND]: 1e-6,
  [TimeUnit.NANOSECOND]: 1e-9,
}

function tickOf(type: DataType): number | undefined {
  return type.typeId === Type.Timestamp ? kTicks_s[(type as Timestamp).unit] : undefined
}

/** Buffers of a field of its own; two where nothing else is said: validity and values. */
const kBuffers: Readonly<Record<number, number>> = {
  [Type.Null]: 0,
  [Type.Utf8]: 3,
  [Type.LargeUtf8]: 3,
  [Type.Binary]: 3,
  [Type.LargeBinary]: 3,
  [Type.Struct]: 1,
  [Type.FixedSizeList]: 1,
}

function pass(type: DataType, passed: Counts): void {
  if (type.typeId === Type.Union || type.typeId === Type.Utf8View || type.typeId === Type.BinaryView) passed.isUncountable = true
  ++passed.nodes
  passed.buffers += kBuffers[type.typeId] ?? 2
  if (type.typeId !== Type.Dictionary) for (const child of type.children ?? []) pass(child.type, passed)
}

function storedValues(type: DataType): StoredValues | undefined {
  if (type.typeId === Type.Float) return kFloats[(type as Float).precision]
  if (type.typeId === Type.Timestamp) return kTimestamp
  if (type.typeId === Type.Bool) return kBits
  if (type.typeId !== Type.Int) return undefined
  const { bitWidth, isSigned } = type as Int
  return kIntegers[`${isSigned ? 'i' : 'u'}${bitWidth}`]
}

type NumberArray = new (buffer: ArrayBuffer, offset: number, count: number) => ArrayLike<number>

function plain(Values: NumberArray, sizeBits: number): StoredValues {
  return { sizeBits, numbers: (buffer, offset, count) => new Values(buffer, offset, count) }
}

function long(Values: new (buffer: ArrayBuffer, offset: number, count: number) => ArrayLike<bigint>): StoredValues {
  return { sizeBits: 64, numbers: (buffer, offset, count) => Float64Array.from(new Values(buffer, offset, count), Number) }
}

const kFloats: Readonly<Record<number, StoredValues>> = {
  [Precision.HALF]: {
    sizeBits: 16,
    numbers: (buffer, offset, count) => Float64Array.from(new Uint16Array(buffer, offset, count), halfFloat),
  },
  [Precision.SINGLE]: plain(Float32Array, 32),
  [Precision.DOUBLE]: plain(Float64Array, 64),
}

const kIntegers: Readonly<Record<string, StoredValues>> = {
  i8: plain(Int8Array, 8),
  i16: plain(Int16Array, 16),
  i32: plain(Int32Array, 32),
  i64: long(BigInt64Array),
  u8: plain(Uint8Array, 8),
  u16: plain(Uint16Array, 16),
  u32: plain(Uint32Array, 32),
  u64: long(BigUint64Array),
}

const kBits: StoredValues = {
  sizeBits: 1,
  numbers: (buffer, offset, count) =>
    Float64Array.from({ length: count }, (_, i) => Number(bitAt(new Uint8Array(buffer), 8 * offset + i))),
}

const kTimestamp: StoredValues = {
  sizeBits: 64,
  numbers: (buffer, offset, count, origin) =>
    Float64Array.from(new BigInt64Array(buffer, offset, count), (tick) => Number(tick - origin)),
  first: (buffer, offset) => new BigInt64Array(buffer, offset, 1)[0] as bigint,
}

export function bitAt(bits: Uint8Array, index: number): boolean {
  return (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1
}

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15))
}

/** @errors   FORMAT_ARROW: a batch whose buffers are shorter than its rows */
export function checkLength(bufferBytes: number, rowCount: number, sizeBits: number, name: string): void {
  if (8 * bufferBytes >= rowCount * sizeBits) return
  throw new FileFault('FORMAT_ARROW', `column '${name}' has ${bufferBytes} bytes for ${rowCount} rows: the file is damaged`)
}
