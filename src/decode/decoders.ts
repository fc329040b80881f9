import type { Piscina } from 'piscina'
import { WavemillError } from '../contract/error.js'
import type { Unzipped } from './gunzip-worker.js'

const kIdle_ms = 2000

/** Worker threads that unpack files which the core cannot read by itself. None exists until the first such file. */
export class Decoders {
  readonly #threadCount: number
  #pool: Promise<Piscina> | undefined

  constructor(threadCount: number) {
    this.#threadCount = threadCount
  }

  /**
   * The contents of a .gz file.
   *
   * @errors   FORMAT_GZIP, RESOURCE_MEMORY, DISCOVER_NOT_FOUND, DISCOVER_NOT_A_FILE, IO_PERMISSION, IO_READ; CANCELLED when the signal aborts
   */
  async gunzip(path: string, signal: AbortSignal): Promise<Uint8Array> {
    this.#pool ??= startPool(this.#threadCount)
    const pool = await this.#pool
    let unzipped: Unzipped
    try {
      unzipped = await pool.run(path, { name: 'gunzip', signal })
    } catch (cause) {
      if (signal.aborted) throw new WavemillError('CANCELLED', 'cancelled while it was being unpacked', { path, cause })
      throw new WavemillError('RESOURCE_MEMORY', 'the thread that unpacked the file was lost; unpack it to disk first', {
        path,
        cause,
      })
    }
    if (unzipped instanceof Uint8Array) return unzipped
    throw new WavemillError(unzipped.code, unzipped.message, { path, offsetBytes: unzipped.offsetBytes })
  }

  async close(): Promise<void> {
    const pool = await this.#pool
    await pool?.destroy()
  }
}

async function startPool(maxThreads: number): Promise<Piscina> {
  const { Piscina } = await import('piscina')
  const filename = new URL('../decode/gunzip-worker.js', import.meta.url).href
  return new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: kIdle_ms })
}
