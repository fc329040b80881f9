import type { FailedRow, FileSummary, StatisticsRow } from '../run/rows.js'

export interface ComputedFile {
  file: FileSummary
  channels: StatisticsRow[]
}

/** The rows of each file together. When the rows end with an error, the file that was complete before it is still given. */
export async function* byFile(rows: AsyncIterable<StatisticsRow | FailedRow>): AsyncGenerator<ComputedFile | FailedRow> {
  let current: ComputedFile | undefined
  try {
    for await (const row of rows) {
      if (current && !row.error && row.file === current.file) {
        current.channels.push(row)
        continue
      }
      const complete = current
      current = row.error ? undefined : { file: row.file, channels: [row] }
      if (complete) yield complete
      if (row.error) yield row
    }
  } catch (error) {
    if (current) yield current
    throw error
  }
  if (current) yield current
}
