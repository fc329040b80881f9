import { stringify } from 'yaml'
import type { DerivedChannel, RunSpec } from '../../contract/spec.js'
import { describeExtremes } from '../extremes-options.js'
import { casesInput } from './case-schema.js'
import { linesInput } from './line-schema.js'
import type { SpecInput } from './schema.js'
import { describeFilters, describeSpectrum } from './spectrum-schema.js'

/** The resolved spec as YAML, every default written out; `parseSpec` reads it back as it is. */
export function describeSpec(resolved: RunSpec): string {
  const { input, output, channels, filters, derived, statistics, periods, lines, cases, reading, lanes } = resolved
  const spec: SpecInput = {
    version: 1,
    input: { files: [...input.files], recursive: input.recursive },
    output: { folder: output.folder, tables: [...output.tables] },
    ...(channels.length > 0 ? { channels: [...channels] } : {}),
    ...(filters.length > 0 ? { filter: describeFilters(filters) } : {}),
    ...(derived.length > 0 ? { derived: derived.map(derivedInput) } : {}),
    statistics: {
      ...(statistics.columns ? { columns: [...statistics.columns] } : {}),
      percentiles: statistics.percentiles && [...statistics.percentiles],
      del: statistics.del && [...statistics.del],
      equivalent_frequency: `${statistics.equivalentFrequency_hz}Hz`,
      ...(statistics.linked ? { linked: statistics.linked.length > 0 ? [...statistics.linked] : true } : {}),
      fatigue: statistics.fatigue as NonNullable<SpecInput['statistics']>['fatigue'],
      spectrum: describeSpectrum(statistics.spectrum),
      extremes: describeExtremes(statistics.extremes),
    },
    periods: Object.fromEntries(
      periods.map(({ name, from_s, to_s }) => [name, { ...timeOf('from', from_s), ...timeOf('to', to_s) }]),
    ),
    ...(lines ? { lines: linesInput(lines) } : {}),
    ...(cases ? { cases: casesInput(cases) } : {}),
    reading: { mode: reading.mode, ...timeOf('time_step', reading.timeStep_s ?? null) },
    ...(lanes === undefined ? {} : { lanes }),
  }
  return stringify(spec, { lineWidth: 120, flowCollectionPadding: false })
}

function derivedInput({ name, expression, unit, angles_deg }: DerivedChannel): NonNullable<SpecInput['derived']>[number] {
  return {
    name,
    expression,
    ...(unit === undefined ? {} : { unit }),
    ...(angles_deg.length > 0 ? { angles: [...angles_deg] } : {}),
  }
}

function timeOf(key: string, time_s: number | null): Record<string, string> {
  return time_s === null ? {} : { [key]: `${time_s}s` }
}
