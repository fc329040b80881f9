import { resolve } from 'node:path'
import type { NativeDerivedChannels } from '../addon/native-derived.js'
import { readCaseTable } from '../cases/case-table.js'
import { type PlannedCases, planCases } from '../cases/plan-cases.js'
import { type ColumnPlan, planColumns } from '../config/columns.js'
import { compileDerived } from '../config/derived.js'
import type { PlannedFile } from '../contract/batch.js'
import type { WavemillError } from '../contract/error.js'
import type { ColumnName } from '../contract/generated/contract.js'
import type { RunSpec } from '../contract/spec.js'
import type { Decoders } from '../decode/decoders.js'
import { discover } from '../discover/discover.js'
import { planRun } from '../plan/plan-run.js'
import { specHash } from '../plan/spec-hash.js'
import { effectiveExtremes } from './native-extremes.js'
import { isOwnOutput } from './output-folder.js'

/** A run before anything of it is written. */
export interface Prepared {
  readonly spec: RunSpec
  readonly columns: ColumnPlan
  /** Undefined: there are none. */
  readonly derived: NativeDerivedChannels | undefined
  readonly specHash: string
  readonly files: readonly PlannedFile[]
  /** Named and not to be had; their tasks go on from those of the files. */
  readonly lost: readonly { readonly file: PlannedFile; readonly error: WavemillError }[]
  /** Load cases, where the spec has some. */
  readonly cases: PlannedCases | undefined
}

export const kDefaultTimeStep_s = 1

/** What the tables over all files are made of. */
function neededColumns({ lines, cases }: RunSpec): ColumnName[] {
  return lines || cases ? ['min', 'max', 'mean', 'std'] : []
}

/** @errors   CONFIG_VALUE, CONFIG_CASES, DISCOVER_NO_FILES */
export async function prepare(spec: RunSpec, decoders: Decoders, signal: AbortSignal): Promise<Prepared> {
  const columns = planColumns(spec.statistics, undefined, neededColumns(spec))
  const derived = compileDerived(spec.derived)
  const { files: found, lost } = await discover(spec.input.files, {
    ...spec.input,
    membersOf: (archive) => decoders.membersOf(archive, signal),
  })
  const files = found.filter(({ path }) => !isOwnOutput(path, spec.output.folder) && !isSamePath(path, spec.cases?.table))
  const planned = planRun(files)
  return {
    spec,
    columns,
    cases: await casesOf(spec, planned),
    derived,
    specHash: specHash({
      channels: spec.channels,
      columns: columns.names,
      equivalentFrequency_hz: spec.statistics.equivalentFrequency_hz,
      fatigue: spec.statistics.fatigue,
      curves: columns.curves,
      periods: spec.periods,
      timeStep_s: spec.reading.timeStep_s ?? kDefaultTimeStep_s,
      linked: spec.statistics.linked,
      spectrum: spec.statistics.spectrum,
      extremes: effectiveExtremes(spec.statistics.extremes, columns.names),
      filters: spec.filters,
      derived: spec.derived.length > 0 ? spec.derived : undefined,
    }),
    files: planned,
    lost: lost.map(({ path, error }, i) => ({ file: { task: files.length + i, path, sizeBytes: 0, modified_ms: 0 }, error })),
  }
}

async function casesOf({ cases }: RunSpec, files: readonly PlannedFile[]): Promise<PlannedCases | undefined> {
  if (!cases) return undefined
  const table = cases.table === undefined ? undefined : await readCaseTable(cases.table)
  return planCases(cases, files, table)
}

/** The case table may lie among the files. */
function isSamePath(path: string, other: string | undefined): boolean {
  return other !== undefined && resolve(path) === resolve(other)
}
