import type { DecodedChannel, DecodedTime, FileDescription } from '../../contract/decoded.js'
import type { ColumnReader, ColumnTarget, SampleArray } from '../column-reader.js'
import { FileFault } from '../decode-failure.js'
import { attributesOf, call, type Dataset, type Group, numberOf, type OpenHdf5, textOf } from './library.js'
import { allNumbers, elementsOf, rowsOf, type StoredType, shapeOf, storedType } from './samples.js'

const kType = 'general time series data format'
const kTimes = 'times'
const kMostBlocks = 10_000 // the names of blocks have four digits

export function isGtsdf({ root }: OpenHdf5): boolean {
  return textOf(attributesOf(root, ['type']), 'type').toLowerCase() === kType
}

/** Observations that were written in one go. */
interface Block {
  readonly name: string
  readonly data: Dataset
  readonly rows: number
  readonly stored: StoredType
  /** An element a channel; absent: 1 and 0. */
  readonly gains: Float64Array | undefined
  readonly offsets: Float64Array | undefined
  readonly times: Dataset | undefined
  readonly timeStep_s: number | undefined
  readonly timeStart_s: number | undefined
}

/**
 * DTU's General time series data format: blocks of (observations, channels), one behind the other.
 *
 * x = q · gain + offset; of an integer type the largest number is NaN. t = (time or 0, 1, 2 …) · time_step + time_start, block by block.
 */
export class GtsdfReader implements ColumnReader {
  readonly #file: OpenHdf5
  readonly #blocks: readonly Block[]
  readonly #channelCount: number

  constructor(file: OpenHdf5) {
    this.#file = file
    this.#blocks = blocksOf(file)
    this.#channelCount = shapeOf((this.#blocks[0] as Block).data)[1] as number
    for (const block of this.#blocks) this.#check(block)
  }

  async describe(): Promise<FileDescription> {
    const { root, sizeBytes } = this.#file
    const names = texts(root, 'attribute_names')
    const units = texts(root, 'attribute_units')
    const sampleCount = this.#blocks.reduce((sum, { rows }) => sum + rows, 0)
    const stored = this.#blocks[0]?.stored.name
    return {
      format: 'gtsdf',
      variant: `${stored}, ${this.#blocks.length} ${this.#blocks.length === 1 ? 'block' : 'blocks'}`,
      sizeBytes,
      sampleCount,
      time: this.#time(),
      channels: Array.from({ length: this.#channelCount }, (_, i) => this.#channel(i, names[i], units[i])),
      warnings: this.#warnings(names, units),
    }
  }

  async read(targets: readonly ColumnTarget[]): Promise<void> {
    const columns = targets.filter(({ place }) => typeof place === 'number')
    let row = 0
    for (const block of this.#blocks) {
      this.#readBlock(block, row, columns)
      for (const { place, into } of targets) if (place === kTimes) readTimes(block, into.subarray(row, row + block.rows))
      row += block.rows
    }
  }

  close(): void {
    this.#file.close()
  }

  #check({ name, data, gains, offsets, times, rows }: Block): void {
    const channels = shapeOf(data)[1]
    const refuse = (what: string) => new FileFault('FORMAT_HDF5', `${name}/${what}: the blocks of a GTSDF file have to agree`)
    if (channels !== this.#channelCount)
      throw refuse(`data has ${channels} channels where the first block has ${this.#channelCount}`)
    for (const [of, values] of [
      ['gains', gains],
      ['offsets', offsets],
    ] as const)
      if (values && values.length !== channels) throw refuse(`${of} has ${values.length} values for ${channels} channels`)
    if (times && shapeOf(times)[0] !== rows) throw refuse(`time has ${shapeOf(times)[0]} values for ${rows} observations`)
  }

  #channel(index: number, name: string | undefined, unit: string | undefined): DecodedChannel {
    const identity = { name: name ?? `Attribute ${index}`, unit: unit ?? '', place: index }
    if (!this.#isStoredAlike(index)) return { ...identity, type: 'float64', scale: 1, bias: 0, isLargestMissing: false }
    const { stored, gains, offsets } = this.#blocks[0] as Block
    const isLargestMissing = stored.isInteger && stored.type !== 'float64'
    return { ...identity, type: stored.type, scale: gains?.[index] ?? 1, bias: offsets?.[index] ?? 0, isLargestMissing }
  }

  /** Whether the core can be given the stored numbers of a channel: every block has them in one type that it knows, scaled alike. */
  #isStoredAlike(index: number): boolean {
    const [first] = this.#blocks as [Block]
    if (first.stored.isInteger && first.stored.type === 'float64') return false
    return this.#blocks.every(
      ({ stored, gains, offsets }) =>
        stored.name === first.stored.name &&
        (gains?.[index] ?? 1) === (first.gains?.[index] ?? 1) &&
        (offsets?.[index] ?? 0) === (first.offsets?.[index] ?? 0),
    )
  }

  #time(): DecodedTime {
    const [{ times, timeStep_s, timeStart_s }] = this.#blocks as [Block]
    if (this.#blocks.length > 1 || times) return { place: kTimes }
    return { start_s: timeStart_s ?? 0, step_s: checkStep(timeStep_s ?? 1), isAssumed: timeStep_s === undefined }
  }

  #warnings(names: readonly string[], units: readonly string[]): string[] {
    const warnings: string[] = []
    if (names.length > 0 && names.length !== this.#channelCount)
      warnings.push(`attribute_names has ${names.length} names for ${this.#channelCount} channels`)
    if (units.length > 0 && units.length !== this.#channelCount)
      warnings.push(`attribute_units has ${units.length} units for ${this.#channelCount} channels`)
    const [{ times, timeStep_s }] = this.#blocks as [Block]
    if (!times && timeStep_s === undefined) warnings.push('no time_step in the file: a step of 1 s, as the format says')
    return warnings
  }

  /** Neighbouring channels come out of the file together: it is stored row by row. */
  #readBlock(block: Block, firstRow: number, columns: readonly ColumnTarget[]): void {
    if (columns.length === 0) return
    const places = columns.map(({ place }) => place as number)
    const first = Math.min(...places)
    const end = Math.max(...places) + 1
    for (const { row, count, values } of rowsOf(block.data, first, end)) {
      for (const [i, { into }] of columns.entries()) {
        const isStored = this.#isStoredAlike(places[i] as number)
        const part = into.subarray(firstRow + row, firstRow + row + count)
        take(values, (places[i] as number) - first, end - first, part)
        if (!isStored) scale(block, places[i] as number, part)
      }
    }
  }
}

/** Every `stride`-th of the values. */
function take(values: ArrayLike<number | bigint>, offset: number, stride: number, into: SampleArray): void {
  for (let i = 0, from = offset; i < into.length; ++i, from += stride) into[i] = Number(values[from])
}

function scale({ stored, gains, offsets }: Block, channel: number, samples: SampleArray): void {
  const gain = gains?.[channel] ?? 1
  const offset = offsets?.[channel] ?? 0
  for (let i = 0; i < samples.length; ++i) {
    const q = samples[i] as number
    samples[i] = stored.isInteger && q === stored.largest ? Number.NaN : q * gain + offset
  }
}

function readTimes({ times, timeStep_s = 1, timeStart_s = 0 }: Block, into: SampleArray): void {
  if (!times) {
    for (let i = 0; i < into.length; ++i) into[i] = i * timeStep_s + timeStart_s
    return
  }
  for (const { first, values } of elementsOf(times))
    for (let i = 0; i < values.length; ++i) into[first + i] = Number(values[i]) * timeStep_s + timeStart_s
}

function checkStep(step_s: number): number {
  if (Number.isFinite(step_s) && step_s > 0) return step_s
  throw new FileFault('FORMAT_BAD_TIME', `time_step is ${step_s}: time has to rise`)
}

/** @errors   FORMAT_HDF5, FORMAT_NO_SAMPLES, FORMAT_NO_CHANNELS */
function blocksOf({ root, isGroup, isDataset }: OpenHdf5): Block[] {
  const count = numberOf(attributesOf(root, ['no_blocks']), 'no_blocks')
  if (count === undefined || !(count >= 0 && count <= kMostBlocks))
    throw new FileFault('FORMAT_HDF5', `no_blocks is ${count ?? 'missing'}: it has to say how many blocks the GTSDF file has`)
  if (count === 0)
    throw new FileFault('FORMAT_NO_SAMPLES', 'the file says that it has no block (no_blocks is 0): nothing was recorded')
  const blocks = Array.from({ length: count }, (_, i) => {
    const name = `block${String(i).padStart(4, '0')}`
    const group = member(root, name)
    if (!isGroup(group))
      throw new FileFault('FORMAT_HDF5', `the group ${name} is missing: no_blocks promises ${count}; the file is incomplete`)
    return block(name, group, isDataset)
  })
  if (blocks.every(({ rows }) => rows === 0)) throw new FileFault('FORMAT_NO_SAMPLES', 'the blocks hold no observations')
  return blocks
}

function block(name: string, group: Group, isDataset: OpenHdf5['isDataset']): Block {
  const dataset = (of: string) => {
    const found = member(group, of)
    return isDataset(found) ? found : undefined
  }
  const data = dataset('data')
  const [rows, channels, ...more] = data ? shapeOf(data) : []
  if (!data || rows === undefined || channels === undefined || more.length > 0)
    throw new FileFault('FORMAT_HDF5', `${name} has no dataset 'data' of (observations, channels): the file is incomplete`)
  if (channels === 0) throw new FileFault('FORMAT_NO_CHANNELS', `${name}/data has no channels`)
  const stored = storedType(data)
  if (!stored) throw new FileFault('FORMAT_HDF5', `${name}/data does not hold numbers`)
  const gains = dataset('gains')
  const offsets = dataset('offsets')
  const attributes = attributesOf(group, ['time_step', 'time_start'])
  return {
    name,
    data,
    rows,
    stored,
    gains: gains && allNumbers(gains),
    offsets: offsets && allNumbers(offsets),
    times: dataset('time'),
    timeStep_s: numberOf(attributes, 'time_step'),
    timeStart_s: numberOf(attributes, 'time_start'),
  }
}

function member(group: Group, name: string): unknown {
  return call(() => (group.keys().includes(name) ? group.get(name) : undefined))
}

function texts(root: Group, name: string): string[] {
  const found = member(root, name)
  const value: unknown = call(() => (found as Dataset | undefined)?.value)
  return Array.isArray(value) ? value.map((text) => String(text).trim()) : []
}
