import { loadAddon } from '../addon/load.js'
import type {
  NativeChannelNeeds,
  NativeCycles,
  NativeDone,
  NativeEngine,
  NativeEngineOptions,
  NativeFileTask,
  NativeInspection,
  NativeRainflowTask,
  NativeStatistics,
  NativeStatisticsTask,
} from '../addon/native.js'
import { WavemillError } from '../contract/error.js'
import { engineError, fileError } from './failure.js'
import type { Task } from './task.js'

/** The native engine, its callbacks turned into tasks with promises. Its lanes run from the constructor to `close`. */
export class Lanes {
  readonly #engine: NativeEngine
  #isClosed = false

  /** @errors   NATIVE_LOAD, CONFIG_ISA_UNKNOWN, CONFIG_ISA_UNSUPPORTED, RESOURCE_THREADS */
  constructor(options: NativeEngineOptions) {
    const { Engine } = loadAddon()
    try {
      this.#engine = new Engine(options)
    } catch (thrown) {
      throw engineError(thrown)
    }
  }

  get count(): number {
    return this.#engine.lanes
  }

  get isa(): string {
    return this.#engine.isa
  }

  /** Each names the file in its errors by `path`: the task may go by another name, where its bytes came unpacked. */
  statistics(task: NativeStatisticsTask, path = task.path): Task<NativeStatistics> {
    return this.#start(path, (done) => this.#engine.statistics(task, done))
  }

  inspect(task: NativeFileTask, path = task.path): Task<NativeInspection> {
    return this.#start(path, (done) => this.#engine.inspect(task, done))
  }

  rainflow(task: NativeRainflowTask, path = task.path): Task<NativeCycles> {
    return this.#start(path, (done) => this.#engine.rainflow(task, done))
  }

  /**
   * The channels of a file whose samples a task looks at, by the core's own rules.
   *
   * @errors   INPUT_UNKNOWN_CHANNEL, those of derived channels
   */
  neededChannels(task: NativeChannelNeeds, names: readonly string[], units: readonly string[]): Uint32Array {
    try {
      return loadAddon().neededChannels(task, names, units)
    } catch (thrown) {
      throw engineError(thrown)
    }
  }

  /** What is under way ends with CANCELLED. May be called twice. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#engine.close()
  }

  #start<Value>(path: string, submit: (done: NativeDone<Value>) => number): Task<Value> {
    if (this.#isClosed) throw new WavemillError('CANCELLED', 'the engine is closed; create another one', { path })
    let id = 0
    const result = new Promise<Value>((resolve, reject) => {
      id = submit((failure, value) => {
        if (value !== undefined) resolve(value)
        else if (failure) reject(fileError(failure, path))
        else reject(new WavemillError('INTERNAL', 'the core ended a task without a result', { path }))
      })
    })
    const cancel = () => {
      if (!this.#isClosed) this.#engine.cancel(id)
    }
    return { result, cancel }
  }
}
