import type { MessagePort } from 'node:worker_threads'
import { isWavemillError } from '../contract/error.js'
import { newsOf } from '../write/news.js'
import type { TablesNews, TablesOutcome, TablesRequest } from '../write/table-request.js'
import { Tables } from '../write/tables.js'
import { tableSources } from './table-sources.js'

// What the thread that writes tables does. It is here, and not in src/write, because what is found over all files comes from other stages.

/** Writes all tables of a run while its results come in. */
export async function write({ request, news }: { request: TablesRequest; news: MessagePort }): Promise<TablesOutcome> {
  const tables = new Tables(request, tableSources(request))
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
