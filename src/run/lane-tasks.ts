import { open, stat } from 'node:fs/promises'
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
import { isArchive, memberAddress } from '../contract/archive.js'
import type { Decoders } from '../decode/decoders.js'
import { formatOfName } from '../discover/result-files.js'
import { ArchivePaths } from './archive-paths.js'
import { type DecodedTask, DecodedTasks } from './decoded-tasks.js'
import { formatOfContent, isDecoded } from './file-formats.js'
import { Turns } from './turns.js'

const kGzip = /\.gz$/i

/** A result file that has to be unpacked into memory. */
interface Packed {
  /** Says what the contents are. */
  readonly name: string
  unpack(isShared: boolean): Promise<Uint8Array>
}

/** A task of the lanes as it is given, and how it is done: by the core that reads the file, or on columns that worker threads decode. */
interface Ways<Given, Value> {
  onLanes(ready: Given): Task<Value>
  decoded(given: Given, on: DecodedTask): Promise<Value>
}

/** Tasks on files of any format: what must be unpacked or decoded first is, by the decoders. */
export class LaneTasks {
  readonly #lanes: Lanes
  readonly #decoders: Decoders
  readonly #decoded: DecodedTasks
  readonly archives: ArchivePaths
  /** As many files as there are lanes are decoded at a time: so much memory they have. */
  readonly #turns: Turns

  constructor(lanes: Lanes, decoders: Decoders) {
    this.#lanes = lanes
    this.#decoders = decoders
    this.#decoded = new DecodedTasks(lanes, decoders)
    this.archives = new ArchivePaths(decoders)
    this.#turns = new Turns(lanes.count)
  }

  statistics(task: NativeStatisticsTask): Task<NativeStatistics> {
    return this.#start(task, {
      onLanes: (ready) => this.#lanes.statistics(ready, task.path),
      decoded: (given, on) => this.#decoded.statistics(given, on),
    })
  }

  inspect(task: NativeFileTask): Task<NativeInspection> {
    return this.#start(task, {
      onLanes: (ready) => this.#lanes.inspect(ready, task.path),
      decoded: (given, on) => this.#decoded.inspect(given, on),
    })
  }

  rainflow(task: NativeRainflowTask): Task<NativeCycles> {
    return this.#start(task, {
      onLanes: (ready) => this.#lanes.rainflow(ready, task.path),
      decoded: (given, on) => this.#decoded.rainflow(given, on),
    })
  }

  #start<Given extends NativeFileTask, Value>(given: Given, ways: Ways<Given, Value>): Task<Value> {
    const { path } = given
    const format = formatOfName(path)
    if (format && !isDecoded(format) && !memberAddress(path)) return ways.onLanes(given)
    return inSteps(async (on) => {
      const packed = await this.#packed(path, on.signal)
      if (packed) return this.#unpacked(packed, given, ways, on)
      const found = format ?? formatOfContent(path, await headOf(path))
      return found && isDecoded(found) ? this.#decode(given, found.name, undefined, ways, on) : on.follow(ways.onLanes(given))
    })
  }

  /** What a path means that names something packed. */
  async #packed(path: string, signal: AbortSignal): Promise<Packed | undefined> {
    if (kGzip.test(path)) {
      const unpack = (isShared: boolean) => this.#decoders.gunzip({ path, isShared }, signal)
      return { name: path.replace(kGzip, ''), unpack }
    }
    const isWhole = isArchive(path) && (await isFile(path))
    const address = memberAddress(isWhole ? await this.archives.single(path, signal) : path)
    if (!address || !(await isFile(address.archive))) return undefined
    return {
      name: `${address.archive}/${address.member}`,
      unpack: (isShared) => this.#decoders.unzip({ ...address, isShared }, signal),
    }
  }

  /** The core is told the name that says what the contents are; errors name the file that is there. */
  async #unpacked<Given extends NativeFileTask, Value>(
    { name, unpack }: Packed,
    given: Given,
    ways: Ways<Given, Value>,
    on: Steps,
  ): Promise<Value> {
    const named = formatOfName(name)
    const bytes = await unpack(!named || isDecoded(named))
    const format = named ?? formatOfContent(name, bytes.subarray(0, kHead_bytes))
    if (format && isDecoded(format)) return this.#decode(given, format.name, bytes, ways, on)
    return on.follow(ways.onLanes({ ...given, path: name, bytes }))
  }

  #decode<Given extends NativeFileTask, Value>(
    given: Given,
    format: string,
    bytes: Uint8Array | undefined,
    { decoded }: Ways<Given, Value>,
    { signal, follow }: Steps,
  ): Promise<Value> {
    const { path, timeStep_s } = given
    return this.#turns.take(() => decoded(given, { file: { path, format, bytes, timeStep_s }, signal, follow }))
  }
}

interface Steps {
  readonly signal: AbortSignal
  follow<Value>(task: Task<Value>): Promise<Value>
}

/** A task of several steps: cancelled, it cancels the step that is under way. */
function inSteps<Value>(work: (steps: Steps) => Promise<Value>): Task<Value> {
  const cancelling = new AbortController()
  const { signal } = cancelling
  const follow = async <Of>(task: Task<Of>): Promise<Of> => {
    const cancel = () => task.cancel()
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel, { once: true })
    try {
      return await task.result
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }
  return { result: work({ signal, follow }), cancel: () => cancelling.abort() }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false,
  )
}

const kHead_bytes = 4096

/** Empty where the file cannot be read: the core will say why. */
async function headOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(kHead_bytes), 0, kHead_bytes, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return new Uint8Array()
  }
}
