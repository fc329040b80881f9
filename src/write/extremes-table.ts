import type { GoverningExtremes, GoverningValue } from '../contract/batch.js'
import { writeWhole } from '../disk/whole-file.js'
import { csvField } from './csv-field.js'
import type { WrittenTable } from './table-request.js'

const kColumns = ['period', 'name', 'unit', 'files', 'min', 'min_time_s', 'min_path', 'max', 'max_time_s', 'max_path']

/** extremes.csv: a line a period and channel, its smallest and largest value over all files, when and where. */
export async function writeExtremesTable(path: string, extremes: readonly GoverningExtremes[]): Promise<WrittenTable> {
  const lines = [kColumns.join(','), ...extremes.map(lineOf)]
  const bytes = await writeWhole(path, (append) => append(Buffer.from(`${lines.join('\r\n')}\r\n`)))
  return { rows: extremes.length, bytes }
}

function lineOf({ period, name, unit, fileCount, min, max }: GoverningExtremes): string {
  return [csvField(period), csvField(name), csvField(unit), fileCount, ...fieldsOf(min), ...fieldsOf(max)].join(',')
}

function fieldsOf(found: GoverningValue | null): (string | number)[] {
  return found ? [found.value, found.time_s ?? '', csvField(found.path)] : ['', '', '']
}
