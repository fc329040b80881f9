import type { ColumnPlan } from '../config/columns.js'
import type { CaseMember } from '../contract/batch.js'
import { cycleMatrices } from '../contract/fatigue.js'
import { type ExtraName, families, type RunTableName } from '../contract/generated/contract.js'
import type { RunSpec } from '../contract/spec.js'
import type { TablesRequest } from '../write/table-request.js'
import { packageVersion } from './machine.js'
import type { Prepared } from './prepared.js'
import type { RunFolder } from './run-folder.js'

/** The tables beside those of the results that a spec asks for. */
function ownTables({ statistics, lines, cases }: RunSpec): (ExtraName | RunTableName)[] {
  return [
    ...(statistics.linked ? (['linked'] as const) : []),
    ...(statistics.spectrum.density ? (['spectra'] as const) : []),
    ...cycleMatrices.filter((matrix) => statistics.fatigue.matrices?.includes(matrix)),
    ...(lines ? (['range_graphs', 'range_envelopes'] as const) : []),
    ...(cases ? (['load_cases'] as const) : []),
    ...(cases?.weight === undefined ? [] : (['lifetime'] as const)),
    ...(cases ? (['governing'] as const) : []),
  ]
}

/** The equivalent loads and damages among the columns. */
function membersOf({ names, numbers, parameters }: ColumnPlan): CaseMember[] {
  const familyOf = (number: number | undefined) => families.find((family) => family.number === number)?.name
  return names.flatMap((name, i): CaseMember[] => {
    const family = familyOf(numbers[i])
    if (family === 'damage') return [{ name, exponent: 1, isDamage: true }]
    return family === 'damage_equivalent_load' ? [{ name, exponent: parameters[i] as number, isDamage: false }] : []
  })
}

/** A spec that wants JSON alone has these as CSV: results.json has no place for them. */
function formsOf({ output }: RunSpec): ('csv' | 'parquet')[] {
  const forms = output.tables.filter((form) => form !== 'json')
  return forms.length > 0 ? forms : ['csv']
}

/** The tables that a run's spec wants. */
export function tablesRequest({ prepared, folder }: { prepared: Prepared; folder: RunFolder }): TablesRequest {
  const { spec, columns, cases, specHash } = prepared
  return {
    tables: [
      ...spec.output.tables.map((form) => ({ form, path: folder.file(`results.${form}`) })),
      ...ownTables(spec).flatMap((own) => formsOf(spec).map((form) => ({ form, path: folder.file(`${own}.${form}`), own }))),
    ],
    partsFolder: folder.partsFolder,
    columns: columns.names,
    lines: spec.lines,
    cases: cases?.plan,
    members: membersOf(columns),
    facts: { 'wavemill.version': packageVersion(), 'wavemill.spec_sha256': specHash },
  }
}
