import type { NativeStatistics, NativeStatisticsTask } from '../addon/native.js'
import { Governing } from '../collect/governing.js'
import { lineWarnings } from '../collect/range-graphs.js'
import { type Ending, inAnyOrder } from '../compute/any-order.js'
import { cancelled } from '../compute/failure.js'
import { fileResult } from '../compute/file-result.js'
import type { Lanes } from '../compute/lanes.js'
import type { CasePlan, FileResult, PartPlace, PlannedFile, TaskPlace } from '../contract/batch.js'
import type { WavemillError } from '../contract/error.js'
import type { FileFailed, JournalEvent, RunEvent } from '../contract/generated/events.js'
import { Meter } from '../monitor/meter.js'
import { PartReader } from '../parts/part-reader.js'
import type { TableThread } from '../write/table-thread.js'
import { closeBatch } from './close-batch.js'
import type { LaneTasks } from './lane-tasks.js'
import { host, packageVersion, processId } from './machine.js'
import { nativeExtremes } from './native-extremes.js'
import { nativeFatigue } from './native-fatigue.js'
import { nativeFilters, nativeSpectrum } from './native-spectrum.js'
import { coverageWarnings } from './period-coverage.js'
import { PlanOrder } from './plan-order.js'
import { kDefaultTimeStep_s, type Prepared } from './prepared.js'
import type { RunFolder } from './run-folder.js'
import type { RunOptions } from './run-options.js'
import type { LostFile, RunSummary, WarnedFile } from './run-summary.js'
import { Slowest } from './slowest.js'
import { tablesRequest } from './tables-request.js'
import { Ticker } from './ticker.js'

export interface BatchParts {
  readonly prepared: Prepared
  readonly folder: RunFolder
  readonly lanes: Lanes
  readonly tasks: LaneTasks
  readonly options: RunOptions
  readonly tables: TableThread
  readonly begin_ms: number
}

const kProgressEvery_ms = 1000
/** Results that may wait for the disk beside those under way. */
const kBacklog = 256

/** One session of a run: computes what is left, keeps each result, then has the tables written. */
export class Batch {
  readonly parts: BatchParts
  /** Where the result of each task lies, kept ones included. */
  readonly places = new Map<number, PartPlace>()
  readonly failures = new Map<number, LostFile>()
  readonly warnings: WarnedFile[]
  readonly slowest = new Slowest()
  readonly governing: Governing
  readonly ticker: Ticker
  readonly started = new Date()
  keptCount = 0
  bytesDone = 0
  firstFile_ms: number | null = null
  readonly #meter: Meter
  readonly #inPlanOrder = new PlanOrder<TaskPlace>((places) => this.parts.tables.add(places))
  readonly #task: Omit<NativeStatisticsTask, 'path'>
  readonly #periodNames: readonly string[]

  constructor(parts: BatchParts) {
    const { prepared, options } = parts
    this.parts = parts
    parts.tables.begin(tablesRequest(parts))
    this.warnings = [...(prepared.cases?.warnings ?? [])]
    this.governing = new Governing(prepared.columns.names)
    this.#periodNames = prepared.spec.periods.map(({ name }) => name)
    this.#task = nativeTask(prepared)
    for (const file of prepared.files) this.#keep(file)
    const left = this.#left()
    this.#meter = new Meter(left.length + prepared.lost.length, bytesOf(left), parts.begin_ms / 1000)
    this.ticker = new Ticker({
      meter: this.#meter,
      every_ms: options.progressEvery_ms ?? kProgressEvery_ms,
      emit: (event) => this.emit(event),
    })
  }

  async run(): Promise<RunSummary> {
    try {
      await this.#begin()
      await this.#lose()
      await this.#compute()
      return await closeBatch(this)
    } finally {
      this.ticker.stop()
    }
  }

  emit(event: RunEvent): void {
    this.parts.options.onEvent?.(event)
  }

  /** Keeps an event at once, and tells it when it is on disk. */
  async note(event: JournalEvent): Promise<void> {
    const { recorder } = this.parts.folder
    const noted = recorder.note(event)
    await recorder.flush()
    this.emit(await noted)
  }

  #keep(file: PlannedFile): void {
    const place = this.parts.folder.kept(file)
    if (!place) return
    this.#place(file.task, place)
    ++this.keptCount
  }

  #place(task: number, { part, partOffset, partLength }: PartPlace): void {
    const place = { task, part, partOffset, partLength } // without the rest of the event: it crosses to the tables' thread
    this.places.set(task, place)
    this.#inPlanOrder.set(task, place)
  }

  #left(): PlannedFile[] {
    return this.parts.prepared.files.filter(({ task }) => !this.places.has(task))
  }

  async #begin(): Promise<void> {
    const { prepared, lanes } = this.parts
    const { files, lost, columns, specHash } = prepared
    await this.note({
      event: 'run_started',
      time: this.started.toISOString(),
      version: packageVersion(),
      specHash,
      columns: columns.names,
      periods: this.#periodNames,
      files: files.length + lost.length,
      bytes: bytesOf(files),
      kept: this.keptCount,
      lanes: lanes.count,
      isa: lanes.isa,
      host: host(),
      pid: processId(),
    })
  }

  /** Files that were named and are not there. */
  async #lose(): Promise<void> {
    await Promise.all(this.parts.prepared.lost.map(({ file, error }) => this.#failed(file, error, 0)))
  }

  async #compute(): Promise<void> {
    const { lanes, options } = this.parts
    const { drain, signal } = options
    const work = inAnyOrder(this.#left(), {
      window: 2 * lanes.count,
      backlog: kBacklog,
      start: (file) => this.#start(file),
      ended: (ending) => this.#ended(ending),
      drain,
      signal,
    })
    await Promise.all([work, this.#readKept()])
    if (signal?.aborted) {
      await this.interrupted('cancelled')
      throw cancelled(signal)
    }
  }

  async interrupted(reason: string): Promise<void> {
    const done = this.places.size
    const failed = this.failures.size
    const left = this.parts.prepared.files.length + this.parts.prepared.lost.length - done - failed
    await this.note({ event: 'run_interrupted', time: new Date().toISOString(), done, failed, left, reason })
  }

  #start(file: PlannedFile) {
    this.firstFile_ms ??= performance.now()
    this.emit({ event: 'file_started', time: new Date().toISOString(), task: file.task, path: file.path, bytes: file.sizeBytes })
    return this.parts.tasks.statistics({ ...this.#task, path: file.path })
  }

  async #ended(ending: Ending<PlannedFile, NativeStatistics>): Promise<void> {
    if (ending.error) return this.#failed(ending.input, ending.error, ending.seconds)
    const { input: file, value, seconds } = ending
    const { spec } = this.parts.prepared
    const found = fileResult(file, value, this.#periodNames)
    const result = {
      ...found,
      warnings: [...found.warnings, ...coverageWarnings(spec.periods, found.periods)],
    }
    const event = await this.parts.folder.recorder.done(result, seconds)
    this.#place(file.task, event)
    this.bytesDone += file.sizeBytes
    this.slowest.add({ path: file.path, bytes: file.sizeBytes, seconds })
    this.#look(result)
    this.#meter.ended(file.sizeBytes, true)
    this.emit(event)
  }

  #look(result: FileResult): void {
    this.governing.add(result)
    const ofLines = lineWarnings(this.parts.prepared.spec.lines ?? [], result) // not kept with the result: the spec may change until it is resumed
    for (const warning of [...result.warnings, ...ofLines]) this.warnings.push({ path: result.file.path, warning })
  }

  async #failed(
    { task, path, sizeBytes, modified_ms }: PlannedFile,
    { code, message, offsetBytes }: WavemillError,
    seconds: number,
  ): Promise<void> {
    const where = offsetBytes === undefined ? {} : { offsetBytes }
    const time = new Date().toISOString()
    const event: FileFailed = {
      event: 'file_failed',
      time,
      task,
      path,
      bytes: sizeBytes,
      modified_ms,
      seconds,
      code,
      message,
      ...where,
    }
    await this.parts.folder.recorder.note(event)
    this.failures.set(task, { path, code, message, ...where })
    this.warnings.push(...lostWeight(this.parts.prepared.cases?.plan, task, path))
    this.#inPlanOrder.skip(task)
    this.#meter.ended(sizeBytes, false)
    this.emit(event)
  }

  /** The results of earlier sessions take part in what is found over all files. */
  async #readKept(): Promise<void> {
    const reader = new PartReader(this.parts.folder.partsFolder)
    try {
      for (const file of this.parts.prepared.files) {
        const place = this.parts.folder.kept(file)
        if (place) this.#look({ ...(await reader.read(place)), file })
      }
    } finally {
      await reader.close()
    }
  }
}

function nativeTask({ spec, columns, derived }: Prepared): Omit<NativeStatisticsTask, 'path'> {
  const ends = spec.periods.flatMap(({ from_s, to_s }) => [from_s ?? Number.NEGATIVE_INFINITY, to_s ?? Number.POSITIVE_INFINITY])
  return {
    readMode: spec.reading.mode,
    timeStep_s: spec.reading.timeStep_s ?? kDefaultTimeStep_s,
    channels: [...spec.channels],
    periods: Float64Array.from(ends),
    columns: columns.numbers,
    parameters: columns.parameters,
    equivalentFrequency_hz: spec.statistics.equivalentFrequency_hz,
    linked: spec.statistics.linked && [...spec.statistics.linked],
    fatigue: nativeFatigue(spec.statistics.fatigue, columns.curves),
    spectrum: nativeSpectrum(spec.statistics.spectrum),
    extremes: nativeExtremes(spec.statistics.extremes),
    filters: nativeFilters(spec.filters),
    derived,
  }
}

function bytesOf(files: readonly PlannedFile[]): number {
  return files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
}

/** What the tables over load cases lack without a file. */
function lostWeight(plan: CasePlan | undefined, task: number, path: string): WarnedFile[] {
  const loadCase = plan?.cases[plan.ofTask[task] ?? -1]
  if (!loadCase) return []
  const weight = plan?.weights?.[task]
  const lifetime = weight === undefined ? '' : `, and the lifetime without its ${Number(weight.toPrecision(6))}`
  return [{ path, warning: `load case '${loadCase.name}' is without this file${lifetime}` }]
}
