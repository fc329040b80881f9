import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import type { DecodableFile, FileDescription } from '../../contract/decoded.js'
import type { ColumnReader, ColumnTarget, SampleArray } from '../column-reader.js'
import { FileFault } from '../decode-failure.js'
import { type FileBytes, openBytes } from '../file-bytes.js'
import { describeTable, type NumberColumn, timeOf } from './table-description.js'
import { nameAndUnit } from './time-column.js'

/** @errors   FORMAT_PARQUET, FORMAT_EMPTY_FILE, those of the operating system */
export async function openParquet(file: DecodableFile): Promise<ColumnReader> {
  const bytes = await openBytes(file)
  try {
    await checkMarks(bytes)
    const buffer = asyncBuffer(bytes)
    return new ParquetReader(bytes, buffer, await parquetMetadataAsync(buffer), file.timeStep_s)
  } catch (error) {
    await bytes.close()
    throw error
  }
}

const kMark = 'PAR1'
/** Of a row group: with missing values among them they take 24 bytes each while they are decoded. */
const kMostRows = 2 ** 26

async function checkMarks(bytes: FileBytes): Promise<void> {
  const mark = async (offset: number) => Buffer.from(await bytes.read(offset, kMark.length)).toString('latin1')
  if (bytes.sizeBytes < kMark.length || (await mark(0)) !== kMark)
    throw new FileFault('FORMAT_PARQUET', 'the file does not begin with PAR1 (byte 0): it is no Parquet file')
  if (bytes.sizeBytes < 12 || (await mark(bytes.sizeBytes - kMark.length)) !== kMark)
    throw new FileFault(
      'FORMAT_PARQUET',
      `the file does not end with PAR1 (byte ${bytes.sizeBytes - kMark.length}): it is cut off, or still being written`,
    )
}

function asyncBuffer(bytes: FileBytes): AsyncBuffer {
  const { sizeBytes } = bytes
  return {
    byteLength: sizeBytes,
    slice: async (start, end = sizeBytes) => {
      const from = start < 0 ? Math.max(0, sizeBytes + start) : start
      return (await bytes.read(from, end - from)).buffer
    },
  }
}

/** Columns of numbers of a Parquet table; a row group at a time is in memory. */
class ParquetReader implements ColumnReader {
  readonly #bytes: FileBytes
  readonly #buffer: AsyncBuffer
  readonly #metadata: FileMetaData
  readonly #timeStep_s: number
  readonly #numbers: NumberColumn[] = []
  readonly #others: string[] = []

  constructor(bytes: FileBytes, buffer: AsyncBuffer, metadata: FileMetaData, timeStep_s: number) {
    this.#bytes = bytes
    this.#buffer = buffer
    this.#metadata = metadata
    this.#timeStep_s = timeStep_s
    for (const { element, children } of parquetSchema(metadata).children) {
      const column = children.length === 0 ? numberColumn(element) : undefined
      if (column) this.#numbers.push(column)
      else this.#others.push(element.name)
    }
  }

  async describe(): Promise<FileDescription> {
    const { num_rows, row_groups, version } = this.#metadata
    const codecs = new Set(
      row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec.toLowerCase() ?? '')),
    )
    return describeTable({
      format: 'parquet',
      title: 'Parquet',
      variant: `version ${version}, ${row_groups.length} row groups, ${[...codecs].join(' and ')}`,
      sizeBytes: this.#bytes.sizeBytes,
      rowCount: rowCount(num_rows),
      numbers: this.#numbers,
      others: this.#others,
      timeStep_s: this.#timeStep_s,
    })
  }

  async read(targets: readonly ColumnTarget[]): Promise<void> {
    const time = timeOf(this.#numbers)
    for (const { place, into } of targets) {
      const isTime = place === time?.place
      await this.#readColumn(String(place), new Filled(String(place), into, isTime && time.isTimestamp))
      if (isTime && time.factor_s !== 1) for (let i = 0; i < into.length; ++i) into[i] = (into[i] as number) * time.factor_s
    }
  }

  close(): Promise<void> {
    return this.#bytes.close()
  }

  async #readColumn(name: string, filled: Filled): Promise<void> {
    let rowStart = 0
    for (const { num_rows } of this.#metadata.row_groups) {
      if (num_rows > kMostRows)
        throw new FileFault(
          'FORMAT_PARQUET',
          `a row group has ${num_rows} rows, which are too many at once: write smaller row groups`,
        )
      const rowEnd = rowStart + Number(num_rows)
      await parquetRead({
        file: this.#buffer,
        metadata: this.#metadata,
        compressors,
        columns: [name],
        rowStart,
        rowEnd,
        parsers: kParsers,
        onChunk: (chunk) => filled.take(chunk.columnData, chunk.rowStart),
      })
      rowStart = rowEnd
    }
    filled.check()
  }
}

/** The samples that have come of a column. */
class Filled {
  readonly #name: string
  readonly #into: SampleArray
  readonly #isTimestamp: boolean
  #count = 0
  #origin: bigint | undefined

  constructor(name: string, into: SampleArray, isTimestamp: boolean) {
    this.#name = name
    this.#into = into
    this.#isTimestamp = isTimestamp
  }

  take(values: ArrayLike<unknown>, first: number): void {
    if (first + values.length > this.#into.length) throw this.#fault(first + values.length)
    for (let i = 0; i < values.length; ++i) this.#into[first + i] = this.#number(values[i])
    this.#count += values.length
  }

  /** A timestamp counts from the first one, as long as it is whole: behind that no digit is lost. */
  #number(value: unknown): number {
    if (typeof value === 'number') return value
    if (typeof value !== 'bigint') return value === true ? 1 : value === false ? 0 : Number.NaN
    if (!this.#isTimestamp) return Number(value)
    this.#origin ??= value
    return Number(value - this.#origin)
  }

  check(): void {
    if (this.#count !== this.#into.length) throw this.#fault(this.#count)
  }

  #fault(count: number): FileFault {
    return new FileFault(
      'FORMAT_PARQUET',
      `column '${this.#name}' has ${count} values where the table has ${this.#into.length} rows: the file is damaged`,
    )
  }
}

const asStored = (ticks: bigint) => ticks
const kParsers = {
  timestampFromMilliseconds: asStored,
  timestampFromMicroseconds: asStored,
  timestampFromNanoseconds: asStored,
}

const kTicks_s = { MILLIS: 1e-3, MICROS: 1e-6, NANOS: 1e-9 }

function numberColumn(element: SchemaElement): NumberColumn | undefined {
  if (element.repetition_type === 'REPEATED' || !isNumeric(element)) return undefined
  const tick = tickOf(element)
  return {
    ...nameAndUnit(element.name),
    place: element.name,
    type: element.type === 'FLOAT' ? 'float32' : 'float64',
    tick_s: tick && kTicks_s[tick],
  }
}

function tickOf({ logical_type, converted_type }: SchemaElement): keyof typeof kTicks_s | undefined {
  if (logical_type?.type === 'TIMESTAMP') return logical_type.unit
  if (converted_type === 'TIMESTAMP_MILLIS') return 'MILLIS'
  return converted_type === 'TIMESTAMP_MICROS' ? 'MICROS' : undefined
}

const kNoNumbers = new Set(['UTF8', 'ENUM', 'JSON', 'BSON', 'INTERVAL', 'DATE', 'TIME_MILLIS', 'TIME_MICROS'])
const kNoLogicalNumbers = new Set(['STRING', 'ENUM', 'JSON', 'BSON', 'UUID', 'DATE', 'TIME'])

function isNumeric({ type, converted_type, logical_type }: SchemaElement): boolean {
  if (logical_type && kNoLogicalNumbers.has(logical_type.type)) return false
  if (converted_type && kNoNumbers.has(converted_type)) return false
  if (type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY')
    return converted_type === 'DECIMAL' || logical_type?.type === 'FLOAT16'
  return type !== undefined && type !== 'INT96'
}

function rowCount(rows: bigint): number {
  if (rows >= 0n && rows <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(rows)
  throw new FileFault('FORMAT_BAD_COUNT', `the table says that it has ${rows} rows`)
}
