import { availableParallelism } from 'node:os'
import { writeExtremesTable } from '../write/extremes-table.js'
import { writeManifest } from '../write/manifest.js'
import type { Batch } from './batch.js'
import { machineFacts, packageVersion } from './machine.js'
import type { RunSummary, TableSummary, WarnedFile } from './run-summary.js'

/**
 * Ends a session whose computing has ended: tables and manifest, or the manifest alone where files are left.
 *
 * @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE, SINK_DAMAGED
 */
export async function closeBatch(batch: Batch): Promise<RunSummary> {
  const { prepared, folder, begin_ms } = batch.parts
  const fileCount = prepared.files.length + prepared.lost.length
  const isWhole = batch.places.size + batch.failures.size === fileCount
  const tables_ms = performance.now()
  const tables = isWhole ? await writeTables(batch) : []
  const tables_s = (performance.now() - tables_ms) / 1000
  batch.ticker.tick()
  const seconds = (performance.now() - begin_ms) / 1000
  const { user, system } = process.cpuUsage()
  const summary: RunSummary = {
    status: isWhole ? 'finished' : 'interrupted',
    folder: folder.path,
    files: fileCount,
    done: batch.places.size,
    kept: batch.keptCount,
    bytes: batch.bytesDone,
    rows: tables.find(({ name }) => name !== 'extremes')?.rows ?? 0,
    lanes: batch.parts.lanes.count,
    seconds,
    cpuUse: Math.min(1, (user + system) / 1e6 / (performance.now() / 1000) / availableParallelism()),
    peakRssBytes: batch.ticker.peakRssBytes,
    longestPause_ms: batch.ticker.longestPause_ms,
    failures: inPlanOrder(batch.failures),
    warnings: [...batch.warnings, ...warningsOf(tables)],
    slowest: batch.slowest.files,
    tables,
    extremes: batch.governing.extremes(),
  }
  await writeManifest(folder.file('manifest.json'), manifestOf(batch, summary, tables_s))
  await noteEnd(batch, summary)
  return summary
}

async function writeTables(batch: Batch): Promise<TableSummary[]> {
  const { prepared, folder, tables } = batch.parts
  const results = async () => {
    return inTurn(await tables.finish(inPlanOrder(batch.failures)), ({ form, own, ...table }) =>
      noteTable(batch, { name: own ? `${own}.${form}` : form, ...table }),
    )
  }
  const extremes = async () => {
    const begin_ms = performance.now()
    const path = folder.file('extremes.csv')
    const table = await writeExtremesTable(path, batch.governing.extremes())
    return noteTable(batch, { name: 'extremes', path, ...table, seconds: (performance.now() - begin_ms) / 1000 })
  }
  const hasExtremes = prepared.columns.names.some((name) => name === 'min' || name === 'max')
  const [written, ...rest] = await Promise.all([results(), ...(hasExtremes ? [extremes()] : [])])
  return [...written, ...rest]
}

/** What is wanted and came out empty is said: nobody looks for it in a table. */
function warningsOf(tables: readonly TableSummary[]): WarnedFile[] {
  const empty = tables.find(({ name, rows }) => name === 'range_graphs' && rows === 0)
  if (!empty) return []
  const warning =
    "no channel's name tells a position along a line; say under 'lines' in the spec which channels do (docs/spec.md)"
  return [{ path: empty.path, warning }]
}

async function inTurn<From, To>(items: readonly From[], make: (item: From) => Promise<To>): Promise<To[]> {
  const made: To[] = []
  for (const item of items) made.push(await make(item))
  return made
}

async function noteTable(batch: Batch, { seconds, ...table }: TableSummary & { seconds: number }): Promise<TableSummary> {
  const { name, path, rows, bytes } = table
  await batch.note({ event: 'table_written', time: new Date().toISOString(), table: name, path, rows, bytes, seconds })
  return table
}

async function noteEnd(batch: Batch, { status, done, failures, files, rows, seconds }: RunSummary): Promise<void> {
  if (status === 'interrupted') return batch.interrupted('stopped by the user')
  const time = new Date().toISOString()
  await batch.note({ event: 'run_finished', time, done, failed: failures.length, files, rows, seconds })
}

function manifestOf(batch: Batch, summary: RunSummary, tables_s: number) {
  const { prepared, lanes } = batch.parts
  const statusOf = (task: number) => (batch.places.has(task) ? 'done' : batch.failures.has(task) ? 'failed' : 'left')
  const files = [...prepared.files, ...prepared.lost.map(({ file }) => file)]
  const { seconds, longestPause_ms, cpuUse, peakRssBytes, status, failures, warnings, tables } = summary
  return {
    schema: 1 as const,
    wavemill: { version: packageVersion() },
    status,
    spec: prepared.spec,
    specHash: prepared.specHash,
    columns: prepared.columns.names,
    inputs: files.map(
      ({ task, path, sizeBytes, modified_ms, description }) =>
        ({ path, sizeBytes, modified_ms, ...(description ? { description } : {}), status: statusOf(task) }) as const,
    ),
    errors: failures,
    warnings,
    outputs: tables,
    machine: { ...machineFacts(), isa: lanes.isa, lanes: lanes.count },
    timings: {
      started: batch.started.toISOString(),
      finished: new Date().toISOString(),
      seconds,
      firstFile_ms: batch.firstFile_ms,
      tables_s,
      longestPause_ms,
      cpuUse,
      peakRssBytes,
    },
  }
}

function inPlanOrder<Value>(byTask: ReadonlyMap<number, Value>): Value[] {
  return [...byTask].sort(([a], [b]) => a - b).map(([, value]) => value)
}
