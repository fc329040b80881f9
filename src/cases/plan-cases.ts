import type { CasePlan, PlannedFile } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'
import { namePattern, patternFields } from '../contract/name-pattern.js'
import type { CasesSpec } from '../contract/spec.js'
import { type CaseRow, type CaseTable, fault } from './case-table.js'
import { FileNames, stemOf } from './file-names.js'
import { weightsOf } from './weights.js'

export interface PlannedCases {
  readonly plan: CasePlan
  /** What does not fit, where the spec lets it pass. */
  readonly warnings: readonly { readonly path: string; readonly warning: string }[]
}

/** A file with what its name and its row say of it. */
export interface CaseFile {
  readonly file: PlannedFile
  readonly fields: Readonly<Record<string, string>>
  readonly row: CaseRow | undefined
}

const kSeed = 'seed'
const kMostNamed = 5

/**
 * Which load case each file belongs to, and what it weighs. Load cases come in the order of their first files.
 *
 * @param table   read already; none where the names of the files say everything
 * @errors        CONFIG_CASES: rows without a file, files without a row, a column or field that is not there, a weight that is no number
 */
export function planCases(spec: CasesSpec, files: readonly PlannedFile[], table: CaseTable | undefined): PlannedCases {
  const misfits: string[] = []
  const joined = table ? joinTable(spec, files, table, misfits) : byNames(spec, files, misfits)
  const path = table?.path ?? ''
  if (misfits.length > 0 && spec.missing === 'error') {
    const way = "mend it, or say 'missing: warn' in the spec to go on without them"
    throw new WavemillError('CONFIG_CASES', `the load cases do not fit the files: ${misfits.join('; ')}; ${way}`, { path })
  }
  const group = groupOf(spec, table)
  const { cases, ofTask } = grouped(joined, group, files.length)
  const { weights, warning } = weightsOf(spec, joined, files.length, path)
  const warnings = [...misfits, ...(warning ? [warning] : [])].map((text) => ({ path, warning: text }))
  const { designLife_years, hoursPerYear, fit } = spec
  return { plan: { fields: group, cases, ofTask, weights, lifetime_h: designLife_years * hoursPerYear, fit }, warnings }
}

/** A file for each row of `file`, or the files whose names say the same as a row. */
function joinTable(spec: CasesSpec, files: readonly PlannedFile[], table: CaseTable, misfits: string[]): CaseFile[] {
  const { joined, unused } = spec.names && !spec.file ? joinByNames(spec.names, files, table) : joinByFile(spec, files, table)
  const without = joined.filter(({ row }) => row === undefined).map(({ file }) => `'${stemOf(file.path)}'`)
  if (unused.length > 0) misfits.push(`${counted(unused.length, 'row')} without a file: ${some(unused)}`)
  if (without.length > 0) misfits.push(`${counted(without.length, 'file')} without a row: ${some(without)}`)
  return joined.filter(({ row }) => row !== undefined)
}

function joinByFile(spec: CasesSpec, files: readonly PlannedFile[], table: CaseTable) {
  const names = new FileNames(files)
  const pattern = spec.names ? namePattern(spec.names) : undefined
  const rowOf = new Map<number, CaseRow>()
  const unused: string[] = []
  for (const row of table.rows) {
    const wanted = filled(spec.file ?? 'file', row, table)
    const found = names.find(wanted)
    if (found.length === 0) unused.push(`${row.place} '${wanted}'`)
    if (found.length > 1)
      throw fault(table.path, `${row.place}: '${wanted}' means ${found.length} files: ${some(found.map((file) => file.path))}`)
    const [file] = found
    const before = file && rowOf.get(file.task)
    if (before) throw fault(table.path, `${before.place} and ${row.place} mean the same file, '${file.path}'`)
    if (file) rowOf.set(file.task, row)
  }
  const joined = files.map((file): CaseFile => {
    const row = rowOf.get(file.task)
    return { file, row, fields: { ...(pattern ? fieldsIn(pattern, file) : {}), ...row?.cells } }
  })
  return { joined, unused }
}

/** By the fields of the names that are columns too; numbers are the same whatever their zeros. */
function joinByNames(names: string, files: readonly PlannedFile[], table: CaseTable) {
  const pattern = namePattern(names)
  const shared = patternFields(names).filter((field) => table.columns.includes(field))
  if (shared.length === 0)
    throw fault(table.path, `has no column that '${names}' has as a field; its columns are ${table.columns.join(', ')}`)
  const keyOf = (cells: Readonly<Record<string, string>>) => JSON.stringify(shared.map((field) => comparable(cells[field] ?? '')))
  const rows = new Map<string, CaseRow>()
  for (const row of table.rows) {
    const before = rows.get(keyOf(row.cells))
    if (before) throw fault(table.path, `${before.place} and ${row.place} are the same in ${shared.join(', ')}`)
    rows.set(keyOf(row.cells), row)
  }
  const used = new Set<CaseRow>()
  const joined = files.map((file): CaseFile => {
    const own = pattern ? fieldsIn(pattern, file) : {}
    const row = rows.get(keyOf(own))
    if (row) used.add(row)
    return { file, row, fields: { ...own, ...row?.cells } }
  })
  const unused = table.rows
    .filter((row) => !used.has(row))
    .map((row) => `${row.place} ${shared.map((field) => `${field} ${row.cells[field]}`).join(', ')}`)
  return { joined, unused }
}

function byNames({ names }: CasesSpec, files: readonly PlannedFile[], misfits: string[]): CaseFile[] {
  const pattern = namePattern(names ?? '')
  const read = files.map((file): CaseFile => ({ file, row: undefined, fields: pattern ? fieldsIn(pattern, file) : {} }))
  const odd = read.filter(({ fields }) => Object.keys(fields).length === 0).map(({ file }) => `'${stemOf(file.path)}'`)
  if (odd.length > 0) misfits.push(`${counted(odd.length, 'file')} that '${names}' does not fit: ${some(odd)}`)
  return read.filter(({ fields }) => Object.keys(fields).length > 0)
}

function fieldsIn(pattern: RegExp, { path }: PlannedFile): Record<string, string> {
  const found = pattern.exec(stemOf(path))?.groups ?? {}
  return Object.fromEntries(Object.entries(found).map(([field, value]) => [field, value ?? '']))
}

/** What makes a load case: what the spec says, else all fields of the names but the seed, else the file of the row. */
function groupOf({ group, names, file = 'file' }: CasesSpec, table: CaseTable | undefined): string[] {
  const known = new Set([...(names ? patternFields(names) : []), ...(table?.columns ?? [])])
  const unknown = group?.find((field) => !known.has(field))
  if (unknown !== undefined)
    throw new WavemillError(
      'CONFIG_CASES',
      `cases.group has '${unknown}', which is neither a column nor a field; there are ${[...known].join(', ')}`,
    )
  if (group) return [...group]
  if (names) return patternFields(names).filter((field) => field !== kSeed)
  return file.includes('{') ? [...file.matchAll(/\{([^{}]+)\}/g)].map(([, column = '']) => column) : [file]
}

function grouped(joined: readonly CaseFile[], group: readonly string[], taskCount: number) {
  const cases: { name: string; fields: string[] }[] = []
  const numbers = new Map<string, number>()
  const ofTask = new Array<number>(taskCount).fill(-1)
  for (const { file, fields } of joined) {
    const values = group.map((field) => fields[field] ?? '')
    const key = JSON.stringify(values.map(comparable))
    const number = numbers.get(key) ?? cases.length
    if (number === cases.length) cases.push({ name: caseName(group, values), fields: values })
    numbers.set(key, number)
    ofTask[file.task] = number
  }
  return { cases, ofTask }
}

function caseName(group: readonly string[], values: readonly string[]): string {
  return group.length === 1 ? (values[0] ?? '') : group.map((field, i) => `${field} ${values[i]}`).join(', ')
}

/** A column's name, or a text with columns in braces. */
function filled(template: string, row: CaseRow, table: CaseTable): string {
  const cell = (column: string): string => {
    const value = row.cells[column]
    if (value !== undefined) return value
    throw fault(table.path, `has no column '${column}', which cases.file wants; its columns are ${table.columns.join(', ')}`)
  }
  return template.includes('{') ? template.replaceAll(/\{([^{}]+)\}/g, (_, column: string) => cell(column)) : cell(template)
}

function comparable(text: string): string | number {
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? text : number
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function some(texts: readonly string[]): string {
  const more = texts.length - kMostNamed
  return texts.slice(0, kMostNamed).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
