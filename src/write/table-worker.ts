import { loadAddon } from '../addon/load.js'
import { isWavemillError } from '../contract/error.js'
import { writeCsvTable } from './csv-table.js'
import { writeJsonTable } from './json-table.js'
import { writeParquetTable } from './parquet-table.js'
import type { TableOutcome, TableRequest, WrittenTable } from './table-request.js'

// The tasks of a worker thread, by the tables' names.

/** Nothing to do: the thread has loaded its modules. */
export function prepare(): void {
  loadAddon()
}

export function csv(request: TableRequest): Promise<TableOutcome> {
  return outcomeOf(() => writeCsvTable(request))
}

export function json(request: TableRequest): Promise<TableOutcome> {
  return outcomeOf(() => writeJsonTable(request))
}

export function parquet(request: TableRequest): Promise<TableOutcome> {
  return outcomeOf(() => writeParquetTable(request))
}

async function outcomeOf(write: () => Promise<WrittenTable>): Promise<TableOutcome> {
  try {
    return await write()
  } catch (error) {
    if (isWavemillError(error)) return { code: error.code, message: error.message, path: error.path }
    return { code: 'INTERNAL', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
