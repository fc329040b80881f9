import type { MessagePort } from 'node:worker_threads'
import { isWavemillError } from '../contract/error.js'
import { newsOf } from './news.js'
import type { TablesNews, TablesOutcome, TablesRequest } from './table-request.js'
import { Tables } from './tables.js'

// What the worker thread does.

/** Writes all tables of a run while its results come in. */
export async function write({ request, news }: { request: TablesRequest; news: MessagePort }): Promise<TablesOutcome> {
  const tables = new Tables(request)
  try {
    for await (const told of newsOf<TablesNews>(news)) {
      if ('places' in told) await tables.add(told.places)
      else if ('lost' in told) return { written: await tables.finish(told.lost) }
      else break
    }
    return { written: [] }
  } catch (error) {
    if (isWavemillError(error)) return { code: error.code, message: error.message, path: error.path }
    return { code: 'INTERNAL', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    await tables.close()
  }
}
