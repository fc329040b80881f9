import type { NativeColumns } from '../addon/native.js'
import { type FileDescription, sampleSizes, type WantedColumn } from '../contract/decoded.js'
import { WavemillError } from '../contract/error.js'

/** Where the columns of some channels lie in one block of memory: the times first where the file stores them, then the channels, one behind the other. */
export interface ColumnPlan {
  readonly sizeBytes: number
  readonly wanted: readonly WantedColumn[]
  readonly timesOffsetBytes: number | undefined
  /** An element a wanted channel. */
  readonly offsetsBytes: readonly number[]
}

const kAlignment_bytes = 8

/** @param channels   indices of those that are to be decoded */
export function planBlock(file: FileDescription, channels: ArrayLike<number>): ColumnPlan {
  const timesOffsetBytes = file.time.place === undefined ? undefined : 0
  let end = timesOffsetBytes === undefined ? 0 : file.sampleCount * sampleSizes.float64
  const wanted: WantedColumn[] = []
  if (file.time.place !== undefined) wanted.push({ place: file.time.place, type: 'float64', offsetBytes: 0 })
  const offsetsBytes: number[] = []
  for (const index of Array.from(channels)) {
    const channel = file.channels[index]
    if (!channel) throw new RangeError(`channel ${index}`)
    offsetsBytes.push(end)
    wanted.push({ place: channel.place, type: channel.type, offsetBytes: end })
    end = Math.ceil((end + file.sampleCount * sampleSizes[channel.type]) / kAlignment_bytes) * kAlignment_bytes
  }
  return { sizeBytes: Math.max(end, kAlignment_bytes), wanted, timesOffsetBytes, offsetsBytes }
}

/** @errors   RESOURCE_MEMORY */
export function allocateBlock(sizeBytes: number, path: string): SharedArrayBuffer {
  try {
    return new SharedArrayBuffer(sizeBytes)
  } catch (cause) {
    throw new WavemillError(
      'RESOURCE_MEMORY',
      `not enough memory for ${Math.ceil(sizeBytes / 2 ** 20)} MiB of this file's columns`,
      {
        path,
        cause,
      },
    )
  }
}

/**
 * A block that stands for the whole file, so that the core selects by itself and numbers channels as the file does. Those that were not decoded have no
 * samples: they point at the block's first bytes again and again, and nobody looks.
 */
export function allColumns(file: FileDescription, channels: ArrayLike<number>, plan: ColumnPlan): NativeColumns {
  const offsets = new Map(Array.from(channels, (index, i) => [index, plan.offsetsBytes[i] as number]))
  return nativeColumns(
    file,
    plan,
    file.channels.map((_, index) => ({ index, offsetBytes: offsets.get(index) })),
  )
}

interface Placed {
  readonly index: number
  readonly offsetBytes: number | undefined
}

function nativeColumns(file: FileDescription, plan: ColumnPlan, placed: readonly Placed[]): NativeColumns {
  const { format, variant, sampleCount, time, warnings } = file
  const channels = placed.map(({ index }) => file.channels[index] as FileDescription['channels'][number])
  const even = time.place === undefined ? time : { start_s: 0, step_s: 1, isAssumed: false }
  return {
    format,
    variant,
    sampleCount,
    start_s: even.start_s,
    step_s: even.step_s,
    isTimeAssumed: even.isAssumed,
    ...(plan.timesOffsetBytes === undefined ? {} : { timesOffsetBytes: plan.timesOffsetBytes }),
    names: channels.map(({ name }) => name),
    units: channels.map(({ unit }) => unit),
    types: channels.map(({ type }) => type),
    offsetsBytes: Float64Array.from(placed, ({ offsetBytes = 0 }) => offsetBytes),
    stridesBytes: Float64Array.from(placed, ({ offsetBytes }, i) =>
      offsetBytes === undefined ? 0 : sampleSizes[channels[i]?.type ?? 'float64'],
    ),
    scales: Float64Array.from(channels, ({ scale }) => scale),
    biases: Float64Array.from(channels, ({ bias }) => bias),
    areLargestMissing: Uint8Array.from(channels, ({ isLargestMissing }) => Number(isLargestMissing)),
    warnings: [...warnings],
  }
}

/** How many of the channels fit into a block together: one at least. */
export function countThatFits(file: FileDescription, channels: ArrayLike<number>, most_bytes: number): number {
  let size = file.time.place === undefined ? 0 : file.sampleCount * sampleSizes.float64
  for (let i = 0; i < channels.length; ++i) {
    const channel = file.channels[channels[i] as number]
    size += file.sampleCount * sampleSizes[channel?.type ?? 'float64'] + kAlignment_bytes
    if (size > most_bytes) return Math.max(1, i)
  }
  return Math.max(1, channels.length)
}
