import { basename } from 'node:path'
import type { GoverningExtremes } from '../../contract/batch.js'
import { alignedLines, totalWidth } from '../output/aligned.js'
import { significant } from '../output/number.js'
import { printable } from '../output/printable.js'
import type { TableLook } from '../output/statistics-table.js'

const kMostRows = 40

/** The governing extremes of a batch: of each channel that most files have the smallest and the largest value, and the file that has it. */
export function extremesTable(extremes: readonly GoverningExtremes[], { width, colors }: TableLook): string[] {
  const mostFiles = Math.max(...extremes.map(({ fileCount }) => fileCount))
  const rows = extremes.filter(({ fileCount }) => 2 * fileCount > mostFiles).slice(0, kMostRows)
  const fileOf = (path: string | undefined) => (path === undefined ? '' : basename(path))
  const channel = { head: 'channel', align: 'left', cells: rows.map(({ name }) => name) } as const
  const unit = { head: 'unit', align: 'left', cells: rows.map((row) => row.unit) } as const
  const min = { head: 'min', align: 'right', cells: rows.map((row) => significant(row.min?.value)) } as const
  const minFile = { head: 'in', align: 'left', cells: rows.map((row) => fileOf(row.min?.path)) } as const
  const max = { head: 'max', align: 'right', cells: rows.map((row) => significant(row.max?.value)) } as const
  const maxFile = { head: 'in', align: 'left', cells: rows.map((row) => fileOf(row.max?.path)) } as const
  const whole = [channel, unit, min, minFile, max, maxFile]
  const columns = totalWidth(whole) <= width ? whole : [channel, unit, min, max, maxFile]
  const [head = '', ...lines] = alignedLines(columns)
  const more = extremes.length > rows.length ? [colors.dim(`and ${extremes.length - rows.length} more in extremes.csv`)] : []
  return [colors.bold('governing extremes'), colors.dim(head), ...lines.map(printable), ...more]
}
