import type {
  NativeChannelLayout,
  NativeChannelNeeds,
  NativeCycles,
  NativeFileTask,
  NativeInspection,
  NativeRainflowTask,
  NativeStatistics,
  NativeStatisticsTask,
} from '../addon/native.js'
import { joinedStatistics } from '../compute/joined-statistics.js'
import type { Lanes } from '../compute/lanes.js'
import type { Task } from '../compute/task.js'
import { type DecodableFile, type DecodedChannel, type FileDescription, sampleSizes } from '../contract/decoded.js'
import type { Decoders } from '../decode/decoders.js'
import { allColumns, allocateBlock, countThatFits, planBlock } from './column-block.js'

/** Decoded columns that a file may have in memory: one part of them is decoded while the lanes compute on the other. */
export const kColumns_bytes = 64 * 2 ** 20

/** What a task on a decoded file works with. */
export interface DecodedTask {
  readonly file: DecodableFile
  readonly signal: AbortSignal
  /** Waits for a task of the lanes, and cancels it with the file's. */
  follow<Value>(task: Task<Value>): Promise<Value>
}

/** Tasks on files that worker threads decode: the file says what it is, then its columns go to the lanes as memory, as many at a time as may be there. */
export class DecodedTasks {
  readonly #lanes: Lanes
  readonly #decoders: Decoders
  readonly #columns_bytes: number

  constructor(lanes: Lanes, decoders: Decoders, columns_bytes = kColumns_bytes) {
    this.#lanes = lanes
    this.#decoders = decoders
    this.#columns_bytes = columns_bytes
  }

  async statistics(task: NativeStatisticsTask, on: DecodedTask): Promise<NativeStatistics> {
    const file = await this.#decoders.describe(on.file, on.signal)
    const selected = this.#needed(task, file)
    if (task.linked || task.derived || countThatFits(file, selected, this.#columns_bytes) === selected.length)
      return this.#together(task, file, selected, on)
    return this.#inParts(task, file, selected, on)
  }

  async inspect(task: NativeFileTask, on: DecodedTask): Promise<NativeInspection> {
    const file = await this.#decoders.describe(on.file, on.signal)
    const given = await this.#decode(file, [], on)
    const seen = await on.follow(
      this.#lanes.inspect({ ...task, ...given, given: { ...given.given, ...kNoChannels } }, on.file.path),
    )
    return { ...seen, sizeBytes: file.sizeBytes, channels: file.channels.map(channelLayout) }
  }

  async rainflow(task: NativeRainflowTask, on: DecodedTask): Promise<NativeCycles> {
    const file = await this.#decoders.describe(on.file, on.signal)
    const selected = this.#needed({ channels: [task.channel] }, file)
    const given = await this.#decode(file, selected.subarray(0, 1), on) // of several, the core says that they are too many
    return on.follow(this.#lanes.rainflow({ ...task, ...given }, on.file.path))
  }

  #needed(task: NativeChannelNeeds, { channels }: FileDescription): Uint32Array {
    const names = channels.map(({ name }) => name)
    const units = channels.map(({ unit }) => unit)
    return this.#lanes.neededChannels(task, names, units)
  }

  /** One task, as for any other file. What looks at several channels at once needs all of them in memory, whatever they take. */
  async #together(
    task: NativeStatisticsTask,
    file: FileDescription,
    selected: Uint32Array,
    on: DecodedTask,
  ): Promise<NativeStatistics> {
    const given = await this.#decode(file, selected, on)
    return on.follow(this.#lanes.statistics({ ...task, ...given }, on.file.path))
  }

  /** Two blocks take turns. */
  async #inParts(
    task: NativeStatisticsTask,
    file: FileDescription,
    selected: Uint32Array,
    on: DecodedTask,
  ): Promise<NativeStatistics> {
    const parts = partsOf(file, selected, this.#columns_bytes / 2)
    const size = Math.max(...parts.map((part) => planBlock(file, part).sizeBytes))
    const blocks = [allocateBlock(size, on.file.path), allocateBlock(size, on.file.path)] as const
    const results: NativeStatistics[] = []
    let decoding = this.#decodePart(file, parts[0] as Uint32Array, blocks[0], on)
    for (let i = 0; i < parts.length; ++i) {
      const given = await decoding
      const next = parts[i + 1]
      const computing = on.follow(
        this.#lanes.statistics({ ...task, channels: patterns(file, parts[i] as Uint32Array), ...given }, on.file.path),
      )
      const both = Promise.all([computing, next && this.#decodePart(file, next, blocks[i % 2 === 0 ? 1 : 0], on)])
      const [result, ready] = await both
      results.push(result)
      if (ready) decoding = Promise.resolve(ready)
    }
    return joinedStatistics(results)
  }

  async #decodePart(file: FileDescription, part: Uint32Array, block: SharedArrayBuffer, on: DecodedTask) {
    const plan = planBlock(file, part)
    await this.#decoders.read({ file: on.file, sampleCount: file.sampleCount, block, columns: plan.wanted }, on.signal)
    return { bytes: new Uint8Array(block, 0, plan.sizeBytes), given: allColumns(file, part, plan) }
  }

  async #decode(file: FileDescription, channels: ArrayLike<number>, on: DecodedTask) {
    const plan = planBlock(file, channels)
    const block = allocateBlock(plan.sizeBytes, on.file.path)
    if (plan.wanted.length > 0)
      await this.#decoders.read({ file: on.file, sampleCount: file.sampleCount, block, columns: plan.wanted }, on.signal)
    return { bytes: new Uint8Array(block), given: allColumns(file, channels, plan) }
  }
}

const kNoChannels = {
  names: [],
  units: [],
  types: [],
  offsetsBytes: new Float64Array(),
  stridesBytes: new Float64Array(),
  scales: new Float64Array(),
  biases: new Float64Array(),
  areLargestMissing: new Uint8Array(),
}

/** Patterns that mean these channels alone: their indices, but for one that another channel is called by. */
function patterns({ channels }: FileDescription, indices: Uint32Array): string[] {
  const names = channels.map(({ name }) => name)
  return Array.from(indices, (index) => {
    const text = String(index)
    if (!names.includes(text)) return text
    const name = names[index] as string
    return `${name}#${names.slice(0, index + 1).filter((other) => other === name).length}`
  })
}

function partsOf(file: FileDescription, selected: Uint32Array, most_bytes: number): Uint32Array[] {
  const parts: Uint32Array[] = []
  for (let from = 0; from < selected.length; ) {
    const rest = selected.subarray(from)
    const count = countThatFits(file, rest, most_bytes)
    parts.push(rest.subarray(0, count))
    from += count
  }
  return parts
}

/** A library reads the samples: where they lie in the file is its own affair. */
function channelLayout({ name, unit, type, scale, bias }: DecodedChannel): NativeChannelLayout {
  const scaling = scale === 1 && bias === 0 ? 'x = q' : 'x = q * scale + bias'
  const where = { byteOrder: 'little', offsetBytes: 0, strideBytes: sampleSizes[type] } as const
  return { name, unit, description: '', type, ...where, scaling, scale, bias }
}
