import type { TablesRequest } from '../write/table-request.js'
import { packageVersion } from './machine.js'
import type { Prepared } from './prepared.js'
import type { RunFolder } from './run-folder.js'

/** The tables that a run's spec wants. */
export function tablesRequest({ prepared, folder }: { prepared: Prepared; folder: RunFolder }): TablesRequest {
  const { spec, columns, specHash } = prepared
  return {
    tables: spec.output.tables.map((name) => ({ name, path: folder.file(`results.${name}`) })),
    partsFolder: folder.partsFolder,
    columns: columns.names,
    facts: { 'wavemill.version': packageVersion(), 'wavemill.spec_sha256': specHash },
  }
}
