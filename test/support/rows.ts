import type { Engine, StatisticsOptions, StatisticsRow } from '../../src/index.js'

/** A row with its columns by name, whichever were asked for. */
export type Row = StatisticsRow & Record<string, number | null>

/** All rows of one file; an error of the file is thrown. */
export async function rowsOf(engine: Engine, path: string, options: StatisticsOptions = {}): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of engine.statistics(path, options)) {
    if ('error' in row && row.error) throw row.error
    rows.push(row as Row)
  }
  return rows
}
