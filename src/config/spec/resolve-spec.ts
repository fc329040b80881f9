import type { FatigueSettings } from '../../contract/fatigue.js'
import type { NamedPeriod, RunSpec } from '../../contract/spec.js'
import { resolveDerived } from '../derived.js'
import { extremesSettings } from '../extremes-options.js'
import { numberedFamily } from '../family-names.js'
import { casesOf } from './case-schema.js'
import { linesOf } from './line-schema.js'
import { hertzOf, secondsOf } from './quantities.js'
import type { SpecInput } from './schema.js'
import { resolveFilters, resolveSpectrum } from './spectrum-schema.js'

const kFolder = 'wavemill-out'
const kFatigue = { residue: 'half', equivalent_cycles: 'T' } as const

/** The spec with every default filled in; what `specSchema` let through. */
export function resolveSpec(given: SpecInput): RunSpec {
  const { input, output, channels, filter, derived, statistics, periods, lines, cases, reading, lanes } = given
  return {
    input: { files: typeof input.files === 'string' ? [input.files] : input.files, recursive: input.recursive ?? false },
    output: { folder: output?.folder ?? kFolder, tables: [...new Set(output?.tables ?? (['parquet', 'csv'] as const))] },
    channels: (channels ?? []).map(String),
    derived: resolveDerived(derived ?? []),
    statistics: {
      columns: statistics?.columns,
      // Where columns are named, only what is named: as the options of `stats` have it.
      percentiles: statistics?.percentiles ?? (statistics?.columns ? undefined : numberedFamily('percentile').defaults),
      del: statistics?.del ?? (statistics?.columns ? undefined : numberedFamily('damage_equivalent_load').defaults),
      equivalentFrequency_hz: hertzOf(statistics?.equivalent_frequency ?? 1),
      linked: linkedOf(statistics?.linked),
      fatigue: { ...kFatigue, ...(statistics?.fatigue as FatigueSettings | undefined) },
      spectrum: resolveSpectrum(statistics?.spectrum),
      extremes: extremesSettings(statistics?.extremes),
    },
    filters: resolveFilters(filter),
    periods: periodsOf(periods ?? {}),
    lines: linesOf(lines),
    cases: casesOf(cases),
    reading: {
      mode: reading?.mode ?? 'auto',
      timeStep_s: reading?.time_step === undefined ? undefined : secondsOf(reading.time_step),
    },
    lanes,
  }
}

/** What a run does with files that are named on the command line, and nothing else said. */
export function defaultSpec(files: readonly string[]): RunSpec {
  return resolveSpec({ version: 1, input: { files: [...files] } })
}

function linkedOf(linked: NonNullable<SpecInput['statistics']>['linked']): string[] | undefined {
  if (linked === undefined || linked === false) return undefined
  return linked === true ? [] : linked.map(String)
}

function periodsOf(periods: NonNullable<SpecInput['periods']>): NamedPeriod[] {
  const named = Object.entries(periods).map(([name, { from, to }]) => ({
    name,
    from_s: from === undefined ? null : secondsOf(from),
    to_s: to === undefined ? null : secondsOf(to),
  }))
  return named.length > 0 ? named : [{ name: 'whole', from_s: null, to_s: null }]
}
