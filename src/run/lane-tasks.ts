import type {
  NativeCycles,
  NativeFileTask,
  NativeInspection,
  NativeRainflowTask,
  NativeStatistics,
  NativeStatisticsTask,
} from '../addon/native.js'
import type { Lanes } from '../compute/lanes.js'
import type { Task } from '../compute/task.js'
import type { Decoders } from '../decode/decoders.js'

const kPacked = /\.gz$/i

/** Tasks of the lanes, with what must be unpacked first unpacked by the decoders. */
export class LaneTasks {
  readonly #lanes: Lanes
  readonly #decoders: Decoders

  constructor(lanes: Lanes, decoders: Decoders) {
    this.#lanes = lanes
    this.#decoders = decoders
  }

  statistics(task: NativeStatisticsTask): Task<NativeStatistics> {
    return this.#start(task, (ready) => this.#lanes.statistics(ready, task.path))
  }

  inspect(task: NativeFileTask): Task<NativeInspection> {
    return this.#start(task, (ready) => this.#lanes.inspect(ready, task.path))
  }

  rainflow(task: NativeRainflowTask): Task<NativeCycles> {
    return this.#start(task, (ready) => this.#lanes.rainflow(ready, task.path))
  }

  #start<Given extends NativeFileTask, Value>(given: Given, start: (ready: Given) => Task<Value>): Task<Value> {
    return kPacked.test(given.path) ? this.#unpackFirst(given, start) : start(given)
  }

  /** The core is told the name without `.gz`, which says what the contents are; errors name the file that is there. */
  #unpackFirst<Given extends NativeFileTask, Value>(given: Given, start: (ready: Given) => Task<Value>): Task<Value> {
    const unpacking = new AbortController()
    let task: Task<Value> | undefined
    const unpackAndStart = async () => {
      const bytes = await this.#decoders.gunzip(given.path, unpacking.signal)
      task = start({ ...given, path: given.path.replace(kPacked, ''), bytes })
      if (unpacking.signal.aborted) task.cancel()
      return await task.result
    }
    const cancel = () => {
      unpacking.abort()
      task?.cancel()
    }
    return { result: unpackAndStart(), cancel }
  }
}
