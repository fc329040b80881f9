import type { GoverningExtremes, GoverningValue } from '../contract/batch.js'
import { writeWhole } from '../disk/whole-file.js'
import { csvField } from './csv-field.js'
import type { WrittenTable } from './table-request.js'

const kColumns = ['period', 'name', 'unit', 'files', 'min', 'min_time_s', 'min_path', 'max', 'max_time_s', 'max_path']

/**
 * extremes.csv: a line a period and channel, its smallest and largest value over all files, when and where; then what the linked channels are there,
 * where they were asked for.
 */
export async function writeExtremesTable(path: string, extremes: readonly GoverningExtremes[]): Promise<WrittenTable> {
  const linked = linkedColumns(extremes)
  const header = [...kColumns, ...linked.map((column) => `min: ${column}`), ...linked.map((column) => `max: ${column}`)]
  const lines = [header.map(csvField).join(','), ...extremes.map((found) => lineOf(found, linked))]
  const bytes = await writeWhole(path, (append) => append(Buffer.from(`${lines.join('\r\n')}\r\n`)))
  return { rows: extremes.length, bytes }
}

/** Of all rows, in the order in which they come up. */
function linkedColumns(extremes: readonly GoverningExtremes[]): string[] {
  const columns = new Set<string>()
  for (const { min, max } of extremes) for (const column of Object.keys({ ...min?.linked, ...max?.linked })) columns.add(column)
  return [...columns]
}

function lineOf({ period, name, unit, fileCount, min, max }: GoverningExtremes, linked: readonly string[]): string {
  const identity = [csvField(period), csvField(name), csvField(unit), fileCount]
  return [...identity, ...fieldsOf(min), ...fieldsOf(max), ...linkedFields(min, linked), ...linkedFields(max, linked)].join(',')
}

function fieldsOf(found: GoverningValue | null): (string | number)[] {
  return found ? [found.value, found.time_s ?? '', csvField(found.path)] : ['', '', '']
}

function linkedFields(found: GoverningValue | null, columns: readonly string[]): (string | number)[] {
  return columns.map((column) => found?.linked?.[column] ?? '')
}
