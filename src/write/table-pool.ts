import type { Piscina } from 'piscina'
import type { TableName } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'
import type { TableOutcome, TableRequest, WrittenTable } from './table-request.js'

/** Worker threads that write tables, so that the main thread stays free. The second one starts when two tables are wanted at once. */
export class TablePool {
  #pool: Promise<Piscina> | undefined

  /** Starts a thread and has it load what it needs, so that it is ready when the tables are wanted. */
  async prepare(): Promise<void> {
    this.#pool ??= startPool()
    await this.#pool
  }

  /**
   * Writes a table, whole or not at all.
   *
   * @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE, SINK_DAMAGED
   */
  async write(name: TableName, request: TableRequest): Promise<WrittenTable> {
    await this.prepare()
    const pool = await this.#pool
    const outcome: TableOutcome = await pool?.run(request, { name })
    if ('rows' in outcome) return outcome
    throw new WavemillError(outcome.code, outcome.message, { path: outcome.path })
  }

  async close(): Promise<void> {
    const pool = await this.#pool
    await pool?.destroy()
  }
}

const kMostThreads = 2
/** Rows are short-lived: a small nursery keeps the threads small, and costs nothing that could be measured. */
const kYoung_MB = 8

async function startPool(): Promise<Piscina> {
  const { Piscina } = await import('piscina')
  const filename = new URL('../write/table-worker.js', import.meta.url).href
  const resourceLimits = { maxYoungGenerationSizeMb: kYoung_MB }
  const pool = new Piscina({
    filename,
    minThreads: 1,
    maxThreads: kMostThreads,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits,
  })
  pool.run(undefined, { name: 'prepare' }).catch(() => undefined) // what is wrong will be so again when it matters
  return pool
}
