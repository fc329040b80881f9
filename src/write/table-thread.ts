import { MessageChannel } from 'node:worker_threads'
import type { Piscina } from 'piscina'
import type { TaskPlace } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'
import type { LostInput, TablesNews, TablesOutcome, TablesRequest, WrittenResults } from './table-request.js'

/**
 * The worker thread that writes the tables of a run while its lanes compute, so that the main thread stays free. It starts at once: later, when the
 * lanes have all CPUs, starting it would hold the main thread up.
 */
export class TableThread {
  readonly #news = new MessageChannel()
  readonly #pool = startPool()
  #outcome: Promise<TablesOutcome> | undefined

  constructor() {
    this.#pool.catch(() => undefined) // what goes wrong is thrown by `finish`
  }

  /** Begins the tables. What the thread is told before it runs waits for it. */
  begin(request: TablesRequest): void {
    this.#outcome = this.#pool.then((pool) => {
      const news = this.#news.port2
      return pool.run({ request, news }, { name: 'write', transferList: [news] })
    })
    this.#outcome.catch(() => undefined)
  }

  /** Tells of results that are kept; call after call in the order of the plan. */
  add(places: readonly TaskPlace[]): void {
    this.#tell({ places })
  }

  /**
   * Waits until every table is complete under its name.
   *
   * @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE, SINK_DAMAGED; nothing is left of a table that was not complete
   */
  async finish(lost: readonly LostInput[]): Promise<readonly WrittenResults[]> {
    this.#tell({ lost })
    const outcome = await this.#outcome
    if (outcome === undefined) return []
    if ('written' in outcome) return outcome.written
    throw new WavemillError(outcome.code, outcome.message, { path: outcome.path })
  }

  /** Ends the thread; tables that are not finished vanish. */
  async close(): Promise<void> {
    this.#tell({ isAbandoned: true })
    await this.#outcome?.catch(() => undefined)
    this.#news.port1.close()
    await (await this.#pool.catch(() => undefined))?.destroy()
  }

  #tell(news: TablesNews): void {
    this.#news.port1.postMessage(news)
  }
}

/** Rows are short-lived: a small nursery keeps the thread small, and costs nothing that could be measured. */
const kYoung_MB = 8

async function startPool(): Promise<Piscina> {
  const { Piscina } = await import('piscina')
  const filename = new URL('../run/tables-worker.js', import.meta.url).href
  const resourceLimits = { maxYoungGenerationSizeMb: kYoung_MB }
  return new Piscina({ filename, minThreads: 1, maxThreads: 1, idleTimeout: Number.POSITIVE_INFINITY, resourceLimits })
}
