import type { SampleType } from '../contract/decoded.js'
import type { ErrorCode } from '../contract/generated/contract.js'
import type { NativeDefinition, NativeDerivedChannels } from './native-derived.js'
import type { NativeExtremeOptions, NativeFit, NativeFitOptions } from './native-extremes.js'

// The addon's method table, as bindings/ exports it. Times in seconds, NaN where a value does not exist.

export type ReadMode = 'auto' | 'map' | 'read'

export interface NativeEngineOptions {
  lanes: number
  /** 'auto' or the name of an instruction set. */
  isa: string
  guardsFaults: boolean
}

/** Columns that were decoded outside of the core, into a task's `bytes`. Arrays have an element a channel. */
export interface NativeColumns {
  /** A name of the catalogue. */
  format: string
  variant: string
  sampleCount: number
  start_s: number
  step_s: number
  isTimeAssumed: boolean
  /** Where the times lie, float64 one after the other; undefined: start_s + i · step_s. */
  timesOffsetBytes?: number
  names: string[]
  units: string[]
  types: SampleType[]
  offsetsBytes: Float64Array
  stridesBytes: Float64Array
  /** x = q · scale + bias. */
  scales: Float64Array
  biases: Float64Array
  /** 1: the largest number of an integer type is NaN, whatever the scale. */
  areLargestMissing: Uint8Array
  warnings: string[]
}

export interface NativeFileTask {
  path: string
  readMode: ReadMode
  timeStep_s: number
  /** The file's contents, where somebody else has read them; must not change until the task has ended. The name still chooses the format. */
  bytes?: Uint8Array
  /** `bytes` are not the file but columns of it, and lie so. */
  given?: NativeColumns
}

export interface NativePeriod {
  /** ±Infinity: the file's own end. */
  from_s: number
  to_s: number
}

export interface NativeStatisticsTask extends NativeFileTask {
  /** Pairs of from_s and to_s, one at least; ±Infinity: the file's own end. */
  periods: Float64Array
  /** Patterns; empty: all channels. */
  channels: string[]
  /** Numbers of the contract's columns and families, with the parameter of each family member. Same length. */
  columns: Uint8Array
  parameters: Float64Array
  equivalentFrequency_hz: number
  /** Patterns of the channels whose values at each channel's extremes are wanted; empty: all; undefined: none are wanted. */
  linked?: string[] | undefined
  /** Undefined: half cycles for the residue, N_eq from the duration, no curves. */
  fatigue?: NativeFatigue
  /** The core's defaults where it is left out. */
  spectrum?: NativeSpectrum
  /** A channel passes each that means it, in this order. */
  filters?: NativeFilter[]
  derived?: NativeDerivedChannels | undefined
  /** The core's defaults where it is left out. */
  extremes?: NativeExtremeOptions
}

/** What of a task says which channels it looks at. */
export type NativeChannelNeeds = Pick<NativeStatisticsTask, 'channels' | 'linked' | 'derived'>

export interface NativeFatigue {
  residue: 'half' | 'repeat' | 'discard'
  equivalent: 'duration' | 'durationAndStep' | 'given'
  equivalentCycles: number
  areBinsUpper: boolean
  /** Curves × (m1, log10 a1, m2, log10 a2, thickness exponent, reference thickness in mm); m2 is 0 for a single slope. */
  curves: Float64Array
  /** Names or globs of channels with settings of their own; the last that matches counts. */
  patterns: string[]
  /**
   * (1 + patterns) × (stress per unit in MPa, thickness in mm, thickness exponent, ultimate load, fixed mean, gate, whether the gate is a part of the range, bin width,
   * bin count), the common settings first; an exponent below 0: the curves' own; an infinite ultimate load: no correction.
   */
  settings: Float64Array
  /** Extras that are wanted, and bins to a side of them. */
  hasRangeMean: boolean
  hasFromTo: boolean
  matrixBins: number
}

export interface NativeSpectrum {
  /** 0: by the resolution; both 0: by the period's length. */
  segmentSamples: number
  resolution_hz: number
  window: 'hann' | 'hamming' | 'blackman' | 'blackmanharris' | 'nuttall' | 'flattop' | 'boxcar'
  overlap: number
  detrend: 'constant' | 'linear' | 'none'
  /** 0: as many as a segment has. */
  transformSamples: number
  from_hz: number
  to_hz: number
  density: boolean
}

export interface NativeFilter {
  /** Patterns; empty: all channels. */
  channels: string[]
  type: 'lowpass' | 'highpass' | 'bandpass' | 'bandstop'
  low_hz: number
  /** Of a band; otherwise not under low_hz. */
  high_hz: number
  order: number
}

export interface NativeRainflowTask extends NativeFileTask, NativePeriod {
  channel: string
  residue: NativeFatigue['residue']
  gate: number
  /** The gate is a part of the channel's range. */
  isGateRelative: boolean
}

export interface NativeFailure {
  code: ErrorCode
  message: string
  offsetBytes?: number
}

export interface NativeTimeSpan {
  start_s: number
  stop_s: number
  step_s: number
}

export interface NativePeriodSamples {
  sampleCount: number
  time: NativeTimeSpan
}

/** Rows of a table of its own. */
export interface NativeExtra {
  /** Number in the contract's `extras`. */
  kind: number
  /** Of the channels that have a column behind those of the contract. */
  indices: Uint32Array
  names: string[]
  units: string[]
  /** Shape (periods × channels). */
  rowCounts: Uint32Array
  /** Rows × columns, row-major; of a column with choices the number of one. NaN: null. */
  values: Float64Array
}

export interface NativeStatistics {
  format: string
  periods: NativePeriodSamples[]
  readPath: 'mapped' | 'read' | 'decoded'
  indices: Uint32Array
  names: string[]
  units: string[]
  /** periods × channels: numbers of the contract's statuses. */
  status: Uint8Array
  /** periods × channels × columns, row-major; NaN: null. */
  values: Float64Array
  /** In the contract's order. */
  extras: NativeExtra[]
  warnings: string[]
}

export interface NativeChannelLayout {
  name: string
  unit: string
  description: string
  type: SampleType
  byteOrder: 'little' | 'big'
  offsetBytes: number
  strideBytes: number
  /** How a stored q becomes x. */
  scaling: 'x = q' | 'x = (q - bias) / scale' | 'x = q * scale + bias'
  scale: number
  bias: number
}

export interface NativeInspection {
  format: string
  variant: string
  /** Of a format of two files: the one that describes the data; else empty. */
  descriptionPath: string
  sizeBytes: number
  sampleCount: number
  time: NativeTimeSpan
  isTimeAssumed: boolean
  readPath: 'mapped' | 'read' | 'decoded'
  channels: NativeChannelLayout[]
  warnings: string[]
}

export interface NativeCycles {
  index: number
  name: string
  unit: string
  /** Cycles × (range, mean, count, start_index, end_index), row-major. */
  cycles: Float64Array
}

/** Called once on the JavaScript thread: a failure, or a result. */
export type NativeDone<T> = (failure: NativeFailure | undefined, result: T | undefined) => void

export interface NativeEngine {
  /** Each gives the task's number, for `cancel`. */
  statistics(task: NativeStatisticsTask, done: NativeDone<NativeStatistics>): number
  inspect(task: NativeFileTask, done: NativeDone<NativeInspection>): number
  rainflow(task: NativeRainflowTask, done: NativeDone<NativeCycles>): number
  cancel(taskId: number): void
  /** Cancels what is left, joins the lanes; what was under way ends with CANCELLED. */
  close(): void
  readonly lanes: number
  readonly isa: string
}

export interface NativeAddon {
  DerivedChannels: new (definitions: readonly NativeDefinition[]) => NativeDerivedChannels
  /**
   * Lines of a CSV table: `leads[i]`, a comma, the values of row i as JavaScript writes them (NaN: nothing between the commas), CRLF.
   *
   * @param values   shape (leads.length × columnCount), row-major; ±Infinity as `Infinity`
   * @param words    an element a column: the words that its numbers stand for, undefined for numbers that are numbers
   * @returns        UTF-8
   * @cost           O(values), some 50 ns each; the calling thread is busy meanwhile
   */
  csvRows(
    leads: readonly string[],
    values: Float64Array,
    columnCount: number,
    words?: readonly (readonly string[] | undefined)[],
  ): Uint8Array
  /**
   * Fits a distribution to a few extremes: peaks of a record, or the maxima of many.
   *
   * @param values   finite; in any order
   * @returns        NaN where a number does not exist; with a verdict other than ok there is no level
   * @errors         TypeError: an option of the wrong type or out of its bounds, a value that is not finite
   * @cost           O(values): some tens of microseconds for a hundred; the calling thread is busy meanwhile
   */
  fitExtremes(values: Float64Array, options: NativeFitOptions): NativeFit
  /** The name of a file's format, by its first bytes; undefined where they are of none. */
  formatOf(path: string, head: Uint8Array): string | undefined
  /**
   * Indices of a file's channels whose samples a task looks at, by the rules of every format: selected, linked, or what derived ones are made of. Throws an
   * Error with `code`: INPUT_UNKNOWN_CHANNEL, or what is wrong with a derived channel.
   */
  neededChannels(task: NativeChannelNeeds, names: readonly string[], units: readonly string[]): Uint32Array
  /** Throws an Error with `code` when the options are refused. */
  Engine: new (
    options: NativeEngineOptions,
  ) => NativeEngine
}
