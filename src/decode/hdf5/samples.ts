import type { SampleType } from '../../contract/decoded.js'
import { FileFault } from '../decode-failure.js'
import { call, type Dataset } from './library.js'

type Stored = ArrayLike<number | bigint>

const kInteger = 0
const kFloat = 1

/** What numbers a dataset stores. */
export interface StoredType {
  readonly isInteger: boolean
  /** As the core reads it; float64 where it does not know the type. */
  readonly type: SampleType
  /** Of an integer type. */
  readonly largest: number
  readonly sizeBytes: number
  /** As the library calls it. */
  readonly name: string
}

/** Undefined for what is not numbers. */
export function storedType(dataset: Dataset): StoredType | undefined {
  const { type, size, signed } = call(() => dataset.metadata)
  if (type !== kInteger && type !== kFloat) return undefined
  const isInteger = type === kInteger
  const largest = 2 ** (8 * size - (signed ? 1 : 0)) - 1
  return { isInteger, type: coreType(isInteger, size, signed), largest, sizeBytes: size, name: nameOf(isInteger, size, signed) }
}

function coreType(isInteger: boolean, size: number, signed: boolean): SampleType {
  if (!isInteger) return size === 4 ? 'float32' : 'float64'
  if (size === 2) return signed ? 'int16' : 'uint16'
  return size === 4 && signed ? 'int32' : 'float64'
}

function nameOf(isInteger: boolean, size: number, signed: boolean): string {
  return isInteger ? `${signed ? 'int' : 'uint'}${8 * size}` : `float${8 * size}`
}

/** Rows and columns of a dataset; of one dimension: a column. */
export function shapeOf(dataset: Dataset): readonly number[] {
  return call(() => dataset.shape) ?? []
}

const kAtOnce_bytes = 4 * 2 ** 20

/**
 * The rows of a two-dimensional dataset, some at a time, columns `first` to `end` of each.
 *
 * @errors   FORMAT_HDF5
 */
export function* rowsOf(dataset: Dataset, first: number, end: number): Generator<{ row: number; count: number; values: Stored }> {
  const [rows = 0] = shapeOf(dataset)
  const size = storedType(dataset)?.sizeBytes ?? 8
  const atOnce = Math.max(1, Math.floor(kAtOnce_bytes / (size * (end - first))))
  for (let row = 0; row < rows; row += atOnce) {
    const count = Math.min(atOnce, rows - row)
    const values = call(() =>
      dataset.slice([
        [row, row + count],
        [first, end],
      ]),
    )
    yield { row, count, values: numbers(values, count * (end - first)) }
  }
}

/** The elements of a one-dimensional dataset, some at a time. */
export function* elementsOf(dataset: Dataset): Generator<{ first: number; values: Stored }> {
  const [length = 0] = shapeOf(dataset)
  const atOnce = kAtOnce_bytes / 8
  for (let first = 0; first < length; first += atOnce) {
    const end = Math.min(length, first + atOnce)
    yield {
      first,
      values: numbers(
        call(() => dataset.slice([[first, end]])),
        end - first,
      ),
    }
  }
}

function numbers(values: unknown, count: number): Stored {
  if (ArrayBuffer.isView(values) && (values as unknown as Stored).length === count) return values as unknown as Stored
  throw new FileFault('FORMAT_HDF5', 'a dataset gives other than the numbers that its shape promises: the file is damaged')
}

/** A short dataset as a whole. */
export function allNumbers(dataset: Dataset): Float64Array {
  const all = new Float64Array(shapeOf(dataset).reduce((product, length) => product * length, 1))
  for (const { first, values } of elementsOf(dataset)) all.set(Array.from(values, Number), first)
  return all
}
