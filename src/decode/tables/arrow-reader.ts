import type { DecodableFile, FileDescription } from '../../contract/decoded.js'
import type { ColumnReader, ColumnTarget, SampleArray } from '../column-reader.js'
import { FileFault } from '../decode-failure.js'
import { type FileBytes, openBytes } from '../file-bytes.js'
import { type ArrowColumn, bitAt, checkLength, numberColumns } from './arrow-columns.js'
import { type ArrowFile, type Batch, readArrowFile, readBuffer } from './arrow-file.js'
import { describeTable, timeOf } from './table-description.js'

/** @errors   FORMAT_ARROW, FORMAT_EMPTY_FILE, those of the operating system */
export async function openArrow(file: DecodableFile): Promise<ColumnReader> {
  const bytes = await openBytes(file)
  try {
    return new ArrowReader(bytes, await readArrowFile(bytes), file.timeStep_s)
  } catch (error) {
    await bytes.close()
    throw error
  }
}

/** Columns of numbers of an Arrow IPC file, which is Feather 2 too; one buffer at a time is in memory. */
class ArrowReader implements ColumnReader {
  readonly #bytes: FileBytes
  readonly #file: ArrowFile
  readonly #timeStep_s: number
  readonly #numbers: readonly ArrowColumn[]
  readonly #others: readonly string[]

  constructor(bytes: FileBytes, file: ArrowFile, timeStep_s: number) {
    this.#bytes = bytes
    this.#file = file
    this.#timeStep_s = timeStep_s
    const { numbers, others } = numberColumns(file.schema.fields)
    this.#numbers = numbers
    this.#others = others
  }

  async describe(): Promise<FileDescription> {
    const { batches, compression } = this.#file
    return describeTable({
      format: 'arrow',
      title: 'Arrow',
      variant: `IPC file, ${batches.length} batches${compression === '' ? '' : `, ${compression}`}`,
      sizeBytes: this.#bytes.sizeBytes,
      rowCount: batches.reduce((sum, { rowCount }) => sum + rowCount, 0),
      numbers: this.#numbers,
      others: this.#others,
      timeStep_s: this.#timeStep_s,
    })
  }

  async read(targets: readonly ColumnTarget[]): Promise<void> {
    const time = timeOf(this.#numbers)
    for (const { place, into } of targets) {
      const column = this.#numbers.find((one) => one.place === place) as ArrowColumn
      await this.#readColumn(column, into)
      if (place !== time?.place || time.factor_s === 1) continue
      for (let i = 0; i < into.length; ++i) into[i] = (into[i] as number) * time.factor_s
    }
  }

  close(): Promise<void> {
    return this.#bytes.close()
  }

  async #readColumn(column: ArrowColumn, into: SampleArray): Promise<void> {
    let row = 0
    let origin: bigint | undefined
    for (const batch of this.#file.batches) {
      if (row + batch.rowCount > into.length)
        throw new FileFault('IO_FILE_SHRANK', 'the file has changed while it was read: run again')
      const values = await readBuffer(this.#bytes, batch, column.firstBuffer + 1)
      checkLength(values.length, batch.rowCount, column.stored.sizeBits, column.name)
      if (batch.rowCount > 0) origin ??= column.stored.first?.(values.buffer, values.byteOffset)
      const part = into.subarray(row, row + batch.rowCount)
      part.set(column.stored.numbers(values.buffer, values.byteOffset, batch.rowCount, origin ?? 0n))
      await this.#markMissing(batch, column, part)
      row += batch.rowCount
    }
  }

  async #markMissing(batch: Batch, { node, firstBuffer, name }: ArrowColumn, part: SampleArray): Promise<void> {
    if (Number(batch.header.nodes[node]?.nullCount ?? 0) === 0) return
    const bits = await readBuffer(this.#bytes, batch, firstBuffer)
    checkLength(bits.length, part.length, 1, name)
    for (let i = 0; i < part.length; ++i) if (!bitAt(bits, i)) part[i] = Number.NaN
  }
}
