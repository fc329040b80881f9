import type { Piscina } from 'piscina'
import type { ArchiveMember } from '../contract/archive.js'
import type { DecodableFile, FileDescription } from '../contract/decoded.js'
import { WavemillError } from '../contract/error.js'
import type { ReadRequest } from './column-worker.js'
import type { DecodeFailure } from './decode-failure.js'
import type { GunzipRequest } from './gunzip-worker.js'
import { libraries } from './libraries.js'
import type { UnzipRequest } from './unzip-worker.js'

const kIdle_ms = 2000
const kHeap_mb = 4096

/** Worker threads that do for files what the core cannot: unpack them, turn them into columns. None exists until the first such file. */
export class Decoders {
  readonly #threadCount: number
  readonly #heap_mb: number
  #isClosed = false
  #pool: Promise<Piscina> | undefined

  /** @param heap_mb   of a thread: numbers lie beside it, so that what needs more is a file that is made to do harm */
  constructor(threadCount: number, heap_mb = kHeap_mb) {
    this.#threadCount = threadCount
    this.#heap_mb = heap_mb
  }

  /**
   * The contents of a .gz file.
   *
   * @errors   FORMAT_GZIP, RESOURCE_MEMORY, DISCOVER_NOT_FOUND, DISCOVER_NOT_A_FILE, IO_PERMISSION, IO_READ; CANCELLED when the signal aborts
   */
  async gunzip(request: GunzipRequest, signal: AbortSignal): Promise<Uint8Array> {
    const { path } = request
    return this.#ask('gunzip-worker', 'gunzip', request, path, (cause) => lostUnpacker(path, cause), signal)
  }

  /**
   * The files in a .zip.
   *
   * @errors   FORMAT_ZIP and those of opening a file; CANCELLED when the signal aborts
   */
  async membersOf(archive: string, signal: AbortSignal): Promise<readonly ArchiveMember[]> {
    return this.#ask('unzip-worker', 'list', archive, archive, (cause) => lostUnpacker(archive, cause), signal)
  }

  /**
   * The contents of one file in a .zip.
   *
   * @errors   FORMAT_ZIP, RESOURCE_MEMORY, DISCOVER_NOT_FOUND and those of opening a file; CANCELLED when the signal aborts
   */
  async unzip(request: UnzipRequest, signal: AbortSignal): Promise<Uint8Array> {
    const path = `${request.archive}/${request.member}`
    return this.#ask('unzip-worker', 'unzip', request, path, (cause) => lostUnpacker(path, cause), signal)
  }

  /**
   * What a file is that a library decodes; no sample is decoded for it.
   *
   * @errors   those of the file's format, FORMAT_EMPTY_FILE, RESOURCE_MEMORY, those of opening a file; CANCELLED when the signal aborts
   */
  async describe(file: DecodableFile, signal: AbortSignal): Promise<FileDescription> {
    return this.#ask('column-worker', 'describe', file, file.path, (cause) => lostReader(file, cause), signal)
  }

  /** Decodes columns into the request's block. Errors as `describe`. */
  async read(request: ReadRequest, signal: AbortSignal): Promise<void> {
    const { file } = request
    await this.#ask('column-worker', 'read', request, file.path, (cause) => lostReader(file, cause), signal)
  }

  /** What is under way ends with CANCELLED. */
  async close(): Promise<void> {
    this.#isClosed = true
    await (await this.#pool)?.destroy()
  }

  async #ask<Answer>(
    worker: string,
    name: string,
    request: unknown,
    path: string,
    lost: (cause: unknown) => WavemillError,
    signal: AbortSignal,
  ): Promise<Answer> {
    let answer: Answer | DecodeFailure
    try {
      this.#pool ??= startPool(this.#threadCount, this.#heap_mb)
      const filename = new URL(`../decode/${worker}.js`, import.meta.url).href
      answer = await (await this.#pool).run(request, { filename, name, signal })
    } catch (cause) {
      if (signal.aborted || this.#isClosed)
        throw new WavemillError('CANCELLED', 'cancelled while it was being decoded', { path, cause })
      throw lost(cause)
    }
    if (!isFailure(answer)) return answer
    throw new WavemillError(answer.code, answer.message, { path, offsetBytes: answer.offsetBytes })
  }
}

function isFailure(answer: unknown): answer is DecodeFailure {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer
}

/** A thread that dies takes its file with it, and another takes its place. */
function lostReader({ path, format }: DecodableFile, cause: unknown): WavemillError {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new WavemillError('RESOURCE_MEMORY', 'not enough memory for decoding this file: the thread that did was lost', {
      path,
      cause,
    })
  const { code: accused = 'INTERNAL', title = '' } = libraries[format] ?? {}
  return new WavemillError(
    accused,
    `the ${title} library broke down over this file (${message}): it is damaged; copy or write it again`,
    {
      path,
      cause,
    },
  )
}

function lostUnpacker(path: string, cause: unknown): WavemillError {
  const message = 'the thread that unpacked the file was lost; unpack it to disk first'
  return new WavemillError('RESOURCE_MEMORY', message, { path, cause })
}

async function startPool(maxThreads: number, maxOldGenerationSizeMb: number): Promise<Piscina> {
  const { Piscina } = await import('piscina')
  return new Piscina({ minThreads: 0, maxThreads, idleTimeout: kIdle_ms, resourceLimits: { maxOldGenerationSizeMb } })
}
