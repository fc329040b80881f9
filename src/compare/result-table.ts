import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { WavemillError } from '../contract/error.js'

export type Cell = string | number | null

/** A table in memory, column by column. */
export interface ResultTable {
  readonly path: string
  readonly columns: ReadonlyMap<string, readonly Cell[]>
  readonly rowCount: number
}

/**
 * Reads a table: a run's folder (its results.parquet, or else its results.csv), a .parquet file, or any other file as CSV.
 *
 * @errors   INPUT_TABLE
 */
export async function readResultTable(path: string): Promise<ResultTable> {
  try {
    const file = await fileOf(path)
    return file.endsWith('.parquet') ? await readParquet(file) : await readCsv(file)
  } catch (cause) {
    if (cause instanceof WavemillError) throw cause
    throw new WavemillError('INPUT_TABLE', `the table cannot be read: ${(cause as Error).message}`, { path, cause })
  }
}

async function fileOf(path: string): Promise<string> {
  if (!(await stat(path)).isDirectory()) return path
  for (const name of ['results.parquet', 'results.csv']) {
    const file = join(path, name)
    if (await stat(file).catch(() => undefined)) return file
  }
  throw new WavemillError('INPUT_TABLE', 'the folder has neither results.parquet nor results.csv', { path })
}

async function readParquet(path: string): Promise<ResultTable> {
  const { asyncBufferFromFile, parquetReadObjects } = await import('hyparquet')
  const rows: Record<string, unknown>[] = await parquetReadObjects({ file: await asyncBufferFromFile(path) })
  const columns = new Map(Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => cellOf(row[name]))]))
  return { path, columns, rowCount: rows.length }
}

async function readCsv(path: string): Promise<ResultTable> {
  const [{ parse }, { createReadStream }] = await Promise.all([import('csv-parse'), import('node:fs')])
  const parser = createReadStream(path).pipe(parse({ bom: true, relax_column_count: false }))
  let names: string[] | undefined
  let cells: Cell[][] = []
  let rowCount = 0
  for await (const record of parser as AsyncIterable<string[]>) {
    if (!names) {
      names = record
      cells = names.map(() => [])
      continue
    }
    for (const [j, text] of record.entries()) cells[j]?.push(cellOf(text))
    ++rowCount
  }
  if (!names) throw new WavemillError('INPUT_TABLE', 'the table has no line of names', { path })
  return { path, columns: new Map(names.map((name, j) => [name, cells[j] ?? []])), rowCount }
}

/** A text that is a number is one; an empty one is nothing. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value)
  const text = String(value)
  const number = Number(text)
  return Number.isNaN(number) || text.trim() === '' ? text : number
}
