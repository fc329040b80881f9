import type { ExtraName } from '../contract/generated/contract.js'
import type { RunSpec } from '../contract/spec.js'
import type { TablesRequest } from '../write/table-request.js'
import { packageVersion } from './machine.js'
import type { Prepared } from './prepared.js'
import type { RunFolder } from './run-folder.js'

/** The extras that a spec asks for: each has tables of its own. */
function wantedExtras({ statistics }: RunSpec): ExtraName[] {
  return statistics.linked ? ['linked'] : []
}

/** The tables that a run's spec wants. */
export function tablesRequest({ prepared, folder }: { prepared: Prepared; folder: RunFolder }): TablesRequest {
  const { spec, columns, specHash } = prepared
  return {
    tables: [
      ...spec.output.tables.map((form) => ({ form, path: folder.file(`results.${form}`) })),
      ...wantedExtras(spec).flatMap((extra) =>
        spec.output.tables
          .filter((form) => form !== 'json')
          .map((form) => ({ form, path: folder.file(`${extra}.${form}`), extra })),
      ),
    ],
    partsFolder: folder.partsFolder,
    columns: columns.names,
    facts: { 'wavemill.version': packageVersion(), 'wavemill.spec_sha256': specHash },
  }
}
