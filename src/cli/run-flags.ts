import { resolveDerived } from '../config/derived.js'
import { checkEngineOptions } from '../config/engine-options.js'
import { extremesSettings } from '../config/extremes-options.js'
import { filterSettings, spectrumSettings } from '../config/spectrum-options.js'
import { linkedPatterns } from '../config/statistics-options.js'
import { type TableName, tableNames } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'
import type { NamedPeriod, RunSpec } from '../contract/spec.js'
import { flagOf, type ReadingFlags, type SelectionFlags, selectionOptions } from './flags.js'

/** What commander makes of the options of `run`. */
export interface RunFlags extends ReadingFlags, SelectionFlags {
  out?: string
  tables?: string[]
  recursive?: boolean
  rangeGraphs?: boolean
  resume?: boolean
  overwrite?: boolean
  json?: boolean
  quiet?: boolean
  progress: 'auto' | 'always' | 'never'
}

/**
 * The spec as the command line changes it: an option that was given wins.
 *
 * @errors   CONFIG_VALUE
 */
export function withFlags(spec: RunSpec, flags: RunFlags): RunSpec {
  const engine = checkEngineOptions({ lanes: flags.lanes, readMode: flags.readMode, timeStep_s: flags.timeStep }, flagOf)
  const selection = selectionOptions(flags)
  return {
    input: { files: spec.input.files, recursive: flags.recursive ?? spec.input.recursive },
    output: { folder: flags.out ?? spec.output.folder, tables: flags.tables ? tablesOf(flags.tables) : spec.output.tables },
    channels: selection.channels ?? spec.channels,
    derived: [...spec.derived, ...resolveDerived(selection.derived ?? [])],
    statistics: {
      columns: selection.columns ?? spec.statistics.columns,
      percentiles: selection.percentiles ?? (selection.columns ? undefined : spec.statistics.percentiles),
      del: selection.del ?? (selection.columns ? undefined : spec.statistics.del),
      equivalentFrequency_hz: selection.equivalentFrequency_hz ?? spec.statistics.equivalentFrequency_hz,
      linked: selection.linked === undefined ? spec.statistics.linked : linkedPatterns(selection.linked),
      fatigue: { ...spec.statistics.fatigue, ...selection.fatigue },
      spectrum: spectrumSettings(selection.spectrum, spec.statistics.spectrum),
      extremes: extremesSettings(selection.extremes, spec.statistics.extremes),
    },
    filters: selection.filter ? filterSettings(selection.filter) : spec.filters,
    periods: periodsOf(flags) ?? spec.periods,
    cases: spec.cases,
    lines: flags.rangeGraphs ? (spec.lines ?? 'names') : spec.lines,
    reading: { mode: engine.readMode ?? spec.reading.mode, timeStep_s: engine.timeStep_s ?? spec.reading.timeStep_s },
    lanes: engine.lanes ?? spec.lanes,
  }
}

/** `--from` and `--to` stand in the place of the spec's periods. */
function periodsOf({ from, to }: RunFlags): NamedPeriod[] | undefined {
  return from === undefined && to === undefined ? undefined : [{ name: 'period', from_s: from ?? null, to_s: to ?? null }]
}

function tablesOf(names: readonly string[]): TableName[] {
  return names.map((name) => {
    const known = tableNames.find((table) => table === name)
    if (known) return known
    throw new WavemillError('CONFIG_VALUE', `--tables has '${name}'; it takes ${tableNames.join(', ')}`)
  })
}
