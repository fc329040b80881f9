import type { WavemillError } from '../contract/error.js'
import type { ExtraColumns } from '../contract/extra-rows.js'
import type { ChannelStatus, ColumnName, ExtraName, WordColumn } from '../contract/generated/contract.js'
import type { Recognised } from './recognise.js'

export interface TimeSpan {
  start_s: number
  stop_s: number
  /** Null where the step varies. */
  step_s: number | null
}

/** What is said once a file; all rows of a file hold the same object. */
export interface FileSummary {
  path: string
  format: string
  /** Samples in the period. */
  sampleCount: number
  /** Of the period. */
  time: TimeSpan
  /** How the bytes came; the results do not depend on it. */
  readPath: 'mapped' | 'read' | 'decoded'
  warnings: readonly string[]
}

/** The statistics that were asked for, by the names of docs/statistics.md; null where a value does not exist. */
export type StatisticsColumns = { readonly [Name in Exclude<ColumnName, WordColumn>]?: number | null } & {
  readonly [Name in WordColumn]?: string | null
} & {
  readonly [percentile: `p${number}`]: number | null
  readonly [percentile: `p${number}_${number}`]: number | null
  readonly [damageEquivalentLoad: `del_m${number}`]: number | null
  readonly [damageEquivalentLoad: `del_m${number}_${number}`]: number | null
  readonly [damage: `damage_${string}`]: number | null
}

/** Rows of tables of their own that were asked for, as columns (docs/statistics.md). */
export type StatisticsExtras = { readonly [Name in ExtraName]?: ExtraColumns }

/** One channel of one file. */
export type StatisticsRow = StatisticsColumns &
  StatisticsExtras & {
    readonly path: string
    readonly file: FileSummary
    /** Of the channel, from 0 in file order; time is not a channel. */
    readonly index: number
    readonly name: string
    readonly unit: string
    readonly status: ChannelStatus
    readonly error?: undefined
  }

/** A file that failed; the others go on. */
export interface FailedRow {
  readonly path: string
  readonly error: WavemillError
}

/** A file that `inspect` refuses, and what can be said of it all the same. */
export interface RefusedFile extends FailedRow {
  readonly recognised?: Recognised | undefined
}

export interface ChannelLayout {
  index: number
  name: string
  unit: string
  /** What the file says of it beside its name; mostly empty. */
  description: string
  type: 'int16' | 'int32' | 'uint16' | 'float32' | 'float64'
  byteOrder: 'little' | 'big'
  /** Of the first sample, from the file's begin. */
  offsetBytes: number
  strideBytes: number
  /** How a stored q becomes x. */
  scaling: 'x = q' | 'x = (q - bias) / scale' | 'x = q * scale + bias'
  scale: number | null
  bias: number | null
  /** Smallest difference between two samples that the file can hold, in the channel's unit; null for floating point. */
  resolution: number | null
}

export interface Inspection {
  path: string
  format: string
  /** Of the format, as `FileID 2` or `1.0`. */
  variant: string
  /** Of a format of two files, the one that describes the data; null for others. */
  description: string | null
  sizeBytes: number
  sampleCount: number
  /** isAssumed: the file has no time axis; the step is the caller's. */
  time: TimeSpan & { isAssumed: boolean }
  readPath: 'mapped' | 'read' | 'decoded'
  channels: ChannelLayout[]
  warnings: readonly string[]
}

export interface Cycle {
  range: number
  mean: number
  /** 1, or 0.5 for a half cycle. */
  count: number
  /** In samples from the period's first. */
  start_index: number
  end_index: number
}

export interface Rainflow {
  path: string
  /** Of the channel. */
  index: number
  name: string
  unit: string
  cycles: Cycle[]
}
