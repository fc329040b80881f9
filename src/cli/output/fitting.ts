import { type TextColumn, totalWidth } from './aligned.js'

/** What an engineer looks at first. */
const kFirst = ['min', 'max', 'mean', 'std']

/** Column names as short as a table wants them. */
const kShort: Readonly<Record<string, string>> = {
  mean_upcrossing_period_s: 'Tz_s',
  mean_crest_period_s: 'Tc_s',
  upcrossing_count: 'upcrossings',
  time_of_min_s: 't_min_s',
  time_of_max_s: 't_max_s',
}

export function headOf(columnName: string): string {
  return kShort[columnName] ?? columnName
}

/** Extremes, mean and spread, the damage-equivalent loads, Tz, then the others in their own order. */
export function byImportance(columnNames: readonly string[]): string[] {
  const first = kFirst.filter((name) => columnNames.includes(name))
  const loads = columnNames.filter((name) => name.startsWith('del_m'))
  const period = columnNames.filter((name) => name === 'mean_upcrossing_period_s')
  return [...new Set([...first, ...loads, ...period, ...columnNames])]
}

/** As many of the columns, from the first, as stand beside the fixed ones; always one of them. */
export function fitting(fixed: readonly TextColumn[], columns: readonly TextColumn[], width: number): TextColumn[] {
  const taken = columns.slice(0, 1)
  for (const column of columns.slice(1)) {
    if (totalWidth([...fixed, ...taken, column]) > width) break
    taken.push(column)
  }
  return taken
}
