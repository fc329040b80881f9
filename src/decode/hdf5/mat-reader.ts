import type { DecodedChannel, FileDescription } from '../../contract/decoded.js'
import type { ColumnReader, ColumnTarget } from '../column-reader.js'
import { FileFault } from '../decode-failure.js'
import { assumedTime, assumedWarnings } from '../tables/time-column.js'
import { attributesOf, call, type Dataset, type OpenHdf5, textOf } from './library.js'
import { shapeOf, storedType } from './samples.js'

const kAtOnce = 2 ** 19

const kNumeric = new Set([
  'double',
  'single',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'logical',
])

/** A variable: columns of samples. MATLAB's (n, m) is stored as m rows of n. */
interface Variable {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly isFloat32: boolean
}

/**
 * Variables of a MATLAB 7.3 file: vectors, and matrices of (samples, channels), all as long as `t` or `time`; structs and cells are left out.
 *
 * Where there is neither, all as long as most are, and time begins at 0 with the step that is given.
 */
export class MatReader implements ColumnReader {
  readonly #file: OpenHdf5

  readonly #timeStep_s: number

  constructor(file: OpenHdf5, timeStep_s: number) {
    this.#file = file
    this.#timeStep_s = timeStep_s
  }

  async describe(): Promise<FileDescription> {
    const { root, isDataset, sizeBytes } = this.#file
    const names = call(() => root.keys()).filter((name) => !name.startsWith('#'))
    const variables = names.flatMap((name) => {
      const entity = call(() => root.get(name))
      return isDataset(entity) ? (variable(name, entity) ?? []) : []
    })
    const time = variables.find(({ name, columns }) => columns === 1 && /^(t|time)$/i.test(name))
    const others = variables.filter((one) => one !== time)
    const rows = time?.rows ?? commonest(others.map((one) => one.rows))
    const kept = others.filter((one) => one.rows === rows)
    if (kept.length === 0)
      throw new FileFault(
        'FORMAT_MAT',
        'the file has no vectors or matrices of numbers beside time: save arrays as variables of their own',
      )
    const leftOut = names.length - kept.length - (time ? 1 : 0)
    return {
      format: 'mat',
      variant: 'version 7.3',
      sizeBytes,
      sampleCount: rows,
      time: time ? { place: [time.name, 0] } : assumedTime(this.#timeStep_s),
      channels: kept.flatMap(channels),
      warnings: [
        ...(time ? [] : assumedWarnings('no variable t or time in the file', this.#timeStep_s)),
        ...(leftOut > 0 ? [`${leftOut} variables are no numbers of ${rows} samples, and are left out`] : []),
      ],
    }
  }

  async read(targets: readonly ColumnTarget[]): Promise<void> {
    for (const { place, into } of targets) {
      const [name, column] = place as readonly [string, number]
      const dataset = call(() => this.#file.root.get(name)) as Dataset
      readColumn(dataset, column, into)
    }
  }

  close(): void {
    this.#file.close()
  }
}

function variable(name: string, dataset: Dataset): Variable[] | undefined {
  const stored = storedType(dataset)
  const [columns = 0, rows = 0, ...more] = shapeOf(dataset)
  if (!stored || more.length > 0 || !kNumeric.has(textOf(attributesOf(dataset, ['MATLAB_class']), 'MATLAB_class')))
    return undefined
  const shape = rows === 1 ? { rows: columns, columns: 1 } : { rows, columns } // a row vector is as good as a column
  return shape.rows > 1 ? [{ name, ...shape, isFloat32: stored.type === 'float32' }] : undefined
}

function channels({ name, columns, isFloat32 }: Variable): DecodedChannel[] {
  return Array.from({ length: columns }, (_, i) => ({
    name: columns === 1 ? name : `${name}(:,${i + 1})`,
    unit: '',
    type: isFloat32 ? 'float32' : 'float64',
    scale: 1,
    bias: 0,
    isLargestMissing: false,
    place: [name, i] as const,
  }))
}

function commonest(lengths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0] as const)[0]
}

/** A column of the matrix is a row of the dataset. */
function readColumn(dataset: Dataset, column: number, into: ColumnTarget['into']): void {
  const isRowVector = shapeOf(dataset)[1] === 1
  for (let first = 0; first < into.length; first += kAtOnce) {
    const range = [first, Math.min(into.length, first + kAtOnce)] as [number, number]
    const values = call(() => dataset.slice(isRowVector ? [range, [0, 1]] : [[column, column + 1], range]))
    const numbers = values as unknown as ArrayLike<number | bigint>
    for (let i = 0; i < numbers.length; ++i) into[first + i] = Number(numbers[i])
  }
}
