import { readFile } from 'node:fs/promises'
import { WavemillError } from '../contract/error.js'

/** A user's table of cases: texts, as they are written. */
export interface CaseTable {
  readonly path: string
  readonly columns: readonly string[]
  readonly rows: readonly CaseRow[]
}

export interface CaseRow {
  /** As a message names it: `line 7`, `entry 3`. */
  readonly place: string
  readonly cells: Readonly<Record<string, string>>
}

/**
 * Reads a case table: CSV (comma, semicolon or tab, a line of names first), or YAML: a list of maps, or lists by their names, as OpenFAST's case
 * matrix has them; a name that is a list itself is joined by dots.
 *
 * @errors   CONFIG_CASES
 */
export async function readCaseTable(path: string): Promise<CaseTable> {
  const text = await textOf(path)
  const table = /\.ya?ml$/i.test(path) ? await fromYaml(text, path) : await fromCsv(text, path)
  if (table.rows.length === 0) throw fault(path, 'has no row')
  return table
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw fault(path, `cannot be read: ${(cause as Error).message}`, cause)
  }
}

/** What csv-parse gives with `info`. */
interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

async function fromCsv(text: string, path: string): Promise<CaseTable> {
  const { parse } = await import('csv-parse/sync')
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      trim: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as CsvRecord[]
    const [head, ...rest] = records
    const columns = head?.record ?? []
    const twice = columns.find((name, i) => columns.indexOf(name) !== i)
    if (twice !== undefined) throw fault(path, `has the column '${twice}' twice`)
    return { path, columns, rows: rest.map(({ record, info }) => rowOf(`line ${info.lines}`, columns, record)) }
  } catch (cause) {
    if (cause instanceof WavemillError) throw cause
    throw fault(path, `is not CSV: ${(cause as Error).message}`, cause)
  }
}

/** The one of which the line of names has most. */
function delimiterOf(text: string): string {
  const head = text.split(/\r?\n/, 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((mark) => [mark, head.split(mark).length] as const)
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ','
}

function rowOf(place: string, columns: readonly string[], texts: readonly string[]): CaseRow {
  return { place, cells: Object.fromEntries(columns.map((name, j) => [name, texts[j] ?? ''])) }
}

async function fromYaml(text: string, path: string): Promise<CaseTable> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text)
  const [syntax] = document.errors
  if (syntax) throw fault(path, `is not YAML: ${syntax.message.split('\n')[0]}`, syntax)
  const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 100 })
  if (Array.isArray(value)) return fromEntries(value, path)
  if (value instanceof Map) return fromLists(value, path)
  throw fault(path, 'is neither a list of entries nor lists by their names')
}

function fromEntries(entries: readonly unknown[], path: string): CaseTable {
  const maps = entries.map((entry, i) => {
    if (entry instanceof Map) return entry as Map<unknown, unknown>
    throw fault(path, `entry ${i + 1} is not a map of names and values`)
  })
  const columns = [...new Set(maps.flatMap((entry) => [...entry.keys()].map(nameOf)))]
  const rows = maps.map((entry, i): CaseRow => {
    const cells = new Map([...entry].map(([key, cell]) => [nameOf(key), textCell(cell)]))
    return rowOf(
      `entry ${i + 1}`,
      columns,
      columns.map((column) => cells.get(column) ?? ''),
    )
  })
  return { path, columns, rows }
}

function fromLists(lists: ReadonlyMap<unknown, unknown>, path: string): CaseTable {
  const columns = [...lists.keys()].map(nameOf)
  const cells = [...lists].map(([key, list]) => {
    if (Array.isArray(list)) return list.map(textCell)
    throw fault(path, `'${nameOf(key)}' is not a list`)
  })
  const count = cells[0]?.length ?? 0
  const odd = cells.findIndex((list) => list.length !== count)
  if (odd >= 0) throw fault(path, `'${columns[odd]}' has ${cells[odd]?.length} entries, '${columns[0]}' has ${count}`)
  const rows = Array.from({ length: count }, (_, i) =>
    rowOf(
      `entry ${i + 1}`,
      columns,
      cells.map((list) => list[i] ?? ''),
    ),
  )
  return { path, columns, rows }
}

function nameOf(key: unknown): string {
  return Array.isArray(key) ? key.map(String).join('.') : String(key)
}

function textCell(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim()
}

export function fault(path: string, what: string, cause?: unknown): WavemillError {
  return new WavemillError('CONFIG_CASES', `the case table ${what}`, { path, cause })
}
