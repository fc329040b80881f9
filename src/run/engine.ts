import { availableParallelism } from 'node:os'
import type { NativeFileTask, NativePeriod, NativeStatisticsTask } from '../addon/native.js'
import type { NativeDerivedChannels } from '../addon/native-derived.js'
import { inOrder } from '../compute/in-order.js'
import { Lanes } from '../compute/lanes.js'
import { untilAborted } from '../compute/task.js'
import { type ColumnPlan, planColumns } from '../config/columns.js'
import { compileDerived, resolveDerived } from '../config/derived.js'
import { checkEngineOptions, type EngineOptions } from '../config/engine-options.js'
import { readEngineEnvironment } from '../config/environment.js'
import { extremesSettings } from '../config/extremes-options.js'
import { filterSettings, spectrumSettings } from '../config/spectrum-options.js'
import {
  type AbortOptions,
  checkInspectOptions,
  checkRainflowOptions,
  checkStatisticsOptions,
  linkedPatterns,
  type PeriodOptions,
  type RainflowOptions,
  type StatisticsOptions,
} from '../config/statistics-options.js'
import { Decoders } from '../decode/decoders.js'
import { inspection } from './inspection.js'
import { LaneTasks } from './lane-tasks.js'
import { nativeExtremes } from './native-extremes.js'
import { gateOf, nativeFatigue } from './native-fatigue.js'
import { nativeFilters, nativeSpectrum } from './native-spectrum.js'
import { type Paths, pathsOf } from './paths.js'
import { rainflow } from './rainflow.js'
import type { FailedRow, Inspection, Rainflow, StatisticsRow } from './rows.js'
import { statisticsRows } from './statistics-rows.js'

/** Computes statistics of result files on lanes: native threads that it owns until it is closed. */
export interface Engine {
  /** How many files are computed at once. */
  readonly lanes: number
  /** The instruction set in use; the results are the same bits with each. */
  readonly isa: string

  /**
   * Statistics of every channel of every file, a row each, in the order of the files; they are computed ahead of the reader, at most
   * two files a lane.
   *
   * @param files     one path, or any (asynchronous) iterable of paths; a .zip is the result files in it, `archive.zip/member`
   * @param options   checked before this returns
   * @returns         a file that fails is one row with `error`; the iteration goes on
   * @errors          CONFIG_VALUE at once; CANCELLED from the iterator, the signal's reason as cause
   * @nan             skipped; statistics that depend on the samples' order are null then, and `status` is `nonfinite`
   * @cost            O(samples · columns) on the lanes; nothing of a file is kept after its rows
   * @reference       docs/statistics.md: what each column is
   */
  statistics(files: Paths, options?: StatisticsOptions): AsyncIterable<StatisticsRow | FailedRow>

  /** The paths of which `statistics` would give rows: of a .zip its result files, anything else as it is. */
  expand(files: Paths, options?: AbortOptions): AsyncIterable<string>

  /**
   * What a file is: format, time axis, and how each channel lies in it. Reads the header alone.
   *
   * @errors   CONFIG_VALUE, CANCELLED, and those of the file: DISCOVER_, IO_, FORMAT_
   */
  inspect(file: string, options?: AbortOptions): Promise<Inspection>

  /**
   * The rainflow cycles of one channel.
   *
   * @param channel     its name, `name#2` for the second of that name, or its index as text
   * @returns           in the order in which they are counted; count 0.5 where the record's begin or end leaves a cycle open, unless `residue` says otherwise
   * @errors            CONFIG_VALUE, CANCELLED, INPUT_UNKNOWN_CHANNEL, INPUT_EMPTY_PERIOD, those of the file
   * @nan               rejected: INPUT_NONFINITE
   * @reference         ASTM E1049-85, 5.4.4, with `repeat` 5.4.5; the first and the last sample are reversals
   */
  rainflow(file: string, channel: string, options?: RainflowOptions): Promise<Rainflow>

  /** Ends the lanes; what is under way ends with CANCELLED. May be called twice. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Starts the lanes. The native core is loaded at the first call.
 *
 * @errors   CONFIG_VALUE, CONFIG_ISA_UNKNOWN, CONFIG_ISA_UNSUPPORTED, NATIVE_LOAD, RESOURCE_THREADS
 */
export function createEngine(options: EngineOptions = {}): Engine {
  return new LaneEngine(checkEngineOptions(options))
}

class LaneEngine implements Engine {
  readonly #lanes: Lanes
  readonly #decoders: Decoders
  readonly #tasks: LaneTasks
  readonly #reading: Omit<NativeFileTask, 'path'>

  constructor({ lanes = availableParallelism(), isa, readMode = 'auto', timeStep_s = 1 }: EngineOptions) {
    const environment = readEngineEnvironment()
    this.#reading = { readMode, timeStep_s }
    this.#lanes = new Lanes({ lanes, isa: isa ?? environment.isa, guardsFaults: environment.guardsFaults })
    this.#decoders = new Decoders(lanes)
    this.#tasks = new LaneTasks(this.#lanes, this.#decoders)
  }

  get lanes(): number {
    return this.#lanes.count
  }

  get isa(): string {
    return this.#lanes.isa
  }

  statistics(files: Paths, options: StatisticsOptions = {}): AsyncIterable<StatisticsRow | FailedRow> {
    const paths = pathsOf(files)
    const checked = checkStatisticsOptions(options)
    const derived = compileDerived(resolveDerived(checked.derived ?? []))
    return this.#rows(paths, checked, planColumns(checked), derived)
  }

  expand(files: Paths, options: AbortOptions = {}): AsyncIterable<string> {
    return this.#tasks.archives.expand(pathsOf(files), checkInspectOptions(options).signal)
  }

  inspect(file: string, options: AbortOptions = {}): Promise<Inspection> {
    const { signal } = checkInspectOptions(options)
    const task = { path: file, ...this.#reading }
    return untilAborted(() => this.#tasks.inspect(task), signal).then((native) => inspection(file, native))
  }

  rainflow(file: string, channel: string, options: RainflowOptions = {}): Promise<Rainflow> {
    const checked = checkRainflowOptions(options)
    const { residue = 'half', racetrack } = checked
    const task = { path: file, channel, ...this.#reading, ...periodOf(checked), residue, ...gateOf(racetrack) }
    return untilAborted(() => this.#tasks.rainflow(task), checked.signal).then((native) => rainflow(file, native))
  }

  async close(): Promise<void> {
    this.#lanes.close()
    await this.#decoders.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async *#rows(
    paths: AsyncIterable<string> | Iterable<string>,
    options: StatisticsOptions,
    plan: ColumnPlan,
    derived: NativeDerivedChannels | undefined,
  ) {
    const { channels = [], equivalentFrequency_hz = 1, fatigue = {}, signal } = options
    const common: Omit<NativeStatisticsTask, 'path'> = {
      ...this.#reading,
      periods: Float64Array.of(options.from_s ?? Number.NEGATIVE_INFINITY, options.to_s ?? Number.POSITIVE_INFINITY),
      channels: [...channels],
      columns: plan.numbers,
      parameters: plan.parameters,
      equivalentFrequency_hz,
      linked: linkedPatterns(options.linked),
      fatigue: nativeFatigue(fatigue, plan.curves),
      spectrum: nativeSpectrum(spectrumSettings(options.spectrum)),
      extremes: nativeExtremes(extremesSettings(options.extremes)),
      filters: nativeFilters(filterSettings(options.filter)),
      derived,
    }
    const start = (path: string) => this.#tasks.statistics({ ...common, path })
    const files = this.#tasks.archives.expand(paths, signal)
    for await (const outcome of inOrder(files, { window: 2 * this.lanes, start, signal })) {
      if ('error' in outcome) yield { path: outcome.input, error: outcome.error }
      else yield* statisticsRows(outcome.input, outcome.value, plan.names)
    }
  }
}

function periodOf({ from_s = Number.NEGATIVE_INFINITY, to_s = Number.POSITIVE_INFINITY }: PeriodOptions): NativePeriod {
  return { from_s, to_s }
}
