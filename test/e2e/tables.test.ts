import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FileResult, TableName, TaskPlace } from '../../src/contract/batch.js'
import { statuses } from '../../src/contract/generated/contract.js'
import { PartWriter } from '../../src/parts/part-writer.js'
import type { TablesRequest } from '../../src/write/table-request.js'
import { Tables } from '../../src/write/tables.js'
import { fileResult } from '../support/file-results.js'
import { askPython, whyNoPython } from '../support/python-with-scipy.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { wavemill } from './command-line.js'

const room = temporaryFolder()
const columns = ['min', 'max', 'mean', 'p99_9']
const results = Array.from({ length: 9 }, (_, task) => fileResult(task, columns.length, 1 + (task % 4)))
const values = results.flatMap((result) => [...result.values])
const expected = results.flatMap(({ file, periods, channels, status }) =>
  periods.flatMap((period, p) =>
    channels.name.map((name, c) => ({
      path: file.path,
      period: period.name,
      start_s: period.start_s,
      stop_s: period.stop_s,
      index: channels.index[c],
      name,
      unit: channels.unit[c],
      status: statuses[status[p * channels.name.length + c] ?? 0],
    })),
  ),
)
const path = (name: string) => join(room.path, name)

const request = (forms: TableName[], folder = room.path): TablesRequest => ({
  tables: forms.map((form) => ({ form, path: join(folder, `results.${form}`) })),
  partsFolder: room.path,
  columns,
  lines: undefined,
  cases: undefined,
  members: [],
  facts: { 'wavemill.version': '1' },
})

async function kept(given: readonly FileResult[]): Promise<TaskPlace[]> {
  const writer = await PartWriter.begin(room.path)
  const places = await writer.write(given)
  await writer.close()
  return places.map((place, task) => ({ task, ...place }))
}

beforeAll(async () => {
  const places = await kept(results)
  const tables = new Tables(request(['csv', 'json', 'parquet']))
  await tables.add(places.slice(0, 4)) // as they come while the lanes compute
  await tables.add(places.slice(4))
  const written = await tables.finish([{ path: 'gone', code: 'DISCOVER_NOT_FOUND', message: 'no' }])
  await tables.close()
  expect(written.map(({ form, rows }) => [form, rows])).toEqual(['csv', 'json', 'parquet'].map((form) => [form, expected.length]))
})

/** What the table of linked values has to hold: for each row its words, and every column by its name. */
function linkedRows(): Record<string, string | number | null>[] {
  return results.flatMap((result) => {
    const [extra] = result.extras
    if (!extra) return []
    const width = 3 + extra.further.name.length
    const names = ['Hs [kN]', 'Force, "x" 0 [kN]', 'Force, "x" 0#2 [kN]'].slice(extra.further.name.length === 3 ? 0 : 1)
    let row = 0
    return extra.rowCounts.flatMap((count, i) =>
      Array.from({ length: count }, () => {
        const [word, time_s, value, ...further] = [...extra.values.subarray(row * width, ++row * width)].map((cell) =>
          Number.isNaN(cell) ? null : cell,
        )
        const { status: _status, ...identity } = expected.filter(({ path }) => path === result.file.path)[i] ?? {}
        const linked = Object.fromEntries(names.map((name, k) => [name, further[k] ?? null]))
        return { ...identity, extreme: word === 0 ? 'min' : 'max', time_s: time_s ?? null, value: value ?? null, ...linked }
      }),
    )
  })
}

describe('the table of an extra', () => {
  // The first file lacks a column that the second has: the table is begun, found too narrow, and written again.
  const header = ['extreme', 'time_s', 'value', 'Force, "x" 0 [kN]', 'Force, "x" 0#2 [kN]', 'Hs [kN]']
  beforeAll(async () => {
    const places = await kept(results)
    const forms = ['csv', 'parquet'] as const
    const tables = new Tables({
      ...request([]),
      tables: forms.map((form) => ({ form, path: path(`linked.${form}`), own: 'linked' as const })),
    })
    for (const place of places) await tables.add([place])
    const written = await tables.finish([])
    await tables.close()
    expect(written.map(({ form, own, rows }) => [form, own, rows])).toEqual(
      forms.map((form) => [form, 'linked', linkedRows().length]),
    )
  })

  test('CSV', () => {
    const rows: Record<string, string>[] = parse(readFileSync(path('linked.csv')), { columns: true })
    expect(Object.keys(rows[0] ?? {}).slice(7)).toEqual(header)
    const wanted = linkedRows().map((row) =>
      Object.fromEntries(
        ['path', 'period', 'start_s', 'stop_s', 'index', 'name', 'unit', ...header].map((name) => [name, row[name] ?? '']),
      ),
    )
    expect(rows).toEqual(wanted.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell)]))))
  })

  test('Parquet', async () => {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path('linked.parquet')) })
    expect(Object.keys(rows[0] ?? {}).slice(7)).toEqual(header)
    expect(rows).toEqual(linkedRows().map((row) => ({ ...Object.fromEntries(header.map((name) => [name, null])), ...row })))
  })
})

/** The same bits, but that a table has one zero and no NaN. */
function expectSame(read: readonly (number | null | undefined)[]): void {
  expect(read).toHaveLength(values.length)
  for (const [i, value] of values.entries()) {
    if (Number.isNaN(value)) expect(read[i] ?? null).toBeNull()
    else expect(read[i] === value).toBe(true)
  }
}

describe('tables', () => {
  test('CSV reads back as it was', () => {
    const rows: Record<string, string>[] = parse(readFileSync(path('results.csv')), { columns: true })
    expect(
      rows.map(({ path, period, start_s, stop_s, index, name, unit, status }) => ({
        path,
        period,
        start_s: Number(start_s),
        stop_s: Number(stop_s),
        index: Number(index),
        name,
        unit,
        status,
      })),
    ).toEqual(expected)
    expectSame(rows.flatMap((row) => columns.map((name) => (row[name] === '' ? null : Number(row[name])))))
  })

  test('Parquet reads back as it was: hyparquet', async () => {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path('results.parquet')) })
    expect(rows.map(({ min, max, mean, p99_9, ...identity }) => identity)).toEqual(expected)
    expectSame(rows.flatMap((row) => columns.map((name) => row[name] as number | null)))
  })

  test('Parquet reads back as it was: DuckDB', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${path('results.parquet')}')`)
    expect(reader.columnTypes().map(String)).toEqual([
      'VARCHAR',
      'VARCHAR',
      'DOUBLE',
      'DOUBLE',
      'INTEGER',
      'VARCHAR',
      'VARCHAR',
      'VARCHAR',
      ...columns.map(() => 'DOUBLE'),
    ])
    const rows = reader.getRowObjects()
    expect(rows.map(({ min, max, mean, p99_9, ...identity }) => identity)).toEqual(expected)
    expectSame(rows.flatMap((row) => columns.map((name) => row[name] as number | null)))
    connection.closeSync()
  })

  test('CSV reads back as it was: Python and NumPy', (context) => {
    const why = whyNoPython()
    if (why) return context.skip(why)
    const program = `
import csv, json, sys
import numpy as np
question = json.load(sys.stdin)
rows = list(csv.DictReader(open(question['path'], newline='', encoding='utf-8')))
table = np.array([[float(row[c]) if row[c] else np.nan for c in question['columns']] for row in rows])
print(json.dumps([None if np.isnan(x) else x.hex() for x in table.ravel().astype(object)]))`
    const read = askPython(program, { path: path('results.csv'), columns }) as (string | null)[]
    const hex = askPython(
      'import json,sys\nprint(json.dumps([None if x is None else (0.0 if x == 0 else float(x)).hex() for x in json.load(sys.stdin)]))',
      values.map((value) => (Number.isNaN(value) ? null : value)),
    )
    expect(read).toEqual(hex)
  })

  test('JSON has the same numbers, and the files that are lost', () => {
    const { files } = JSON.parse(readFileSync(path('results.json'), 'utf8'))
    expect(files.at(-1)).toEqual({ path: 'gone', error: { code: 'DISCOVER_NOT_FOUND', message: 'no' } })
    const channels = files
      .slice(0, -1)
      .flatMap((file: { periods: { channels: Record<string, number | null>[] }[] }) =>
        file.periods.flatMap((period) => period.channels),
      )
    expectSame(channels.flatMap((channel: Record<string, number | null>) => columns.map((name) => channel[name])))
  })

  test('a damaged part is said, and no table is written', async () => {
    const folder = mkdtempSync(join(room.path, 'damaged-'))
    const [good] = await kept(results.slice(0, 1))
    const tables = new Tables(request(['csv', 'parquet'], folder))
    await tables.add(good ? [good] : [])
    await expect(tables.add([{ task: 1, part: '0001.seg', partOffset: 0, partLength: 8 }])).rejects.toMatchObject({
      code: 'SINK_DAMAGED',
    })
    await tables.close()
    expect(readdirSync(folder)).toEqual([])
  })

  test('the row groups of a Parquet file grow, and their rows are all there', async () => {
    const folder = mkdtempSync(join(room.path, 'groups-'))
    const many = Array.from({ length: 4 }, (_, task) => fileResult(task, columns.length, 10_000))
    const tables = new Tables(request(['parquet'], folder))
    await tables.add(await kept(many))
    const rows = many.reduce((sum, { status }) => sum + status.length, 0)
    expect(await tables.finish([])).toMatchObject([{ form: 'parquet', rows }])
    await tables.close()
    const { row_groups } = await parquetMetadataAsync(await asyncBufferFromFile(join(folder, 'results.parquet')))
    const sizes = row_groups.map(({ num_rows }) => Number(num_rows))
    expect(sizes.slice(0, 2)).toEqual([25_000, 31_250])
    expect(sizes.reduce((sum, size) => sum + size)).toBe(rows)
  })
})

describe('wavemill compare', () => {
  test('Parquet and CSV of the same rows are equal', () => {
    expect(wavemill(['compare', path('results.parquet'), path('results.csv')])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^equal: /),
    })
  })

  test('finds a planted difference, names row and column, and accepts a tolerance', () => {
    const rows: string[][] = parse(readFileSync(path('results.csv')))
    const max = rows[0]?.indexOf('max') ?? 0
    const row = rows.findIndex(
      (cells, i) => i > 3 && Math.abs(Number(cells[max])) > 1 && cells[max] !== '' && Number(cells[max]) < 1e15,
    )
    const planted = rows.map((cells, i) =>
      cells.map((cell, j) => (i === row && j === max ? String(Number(cell) * (1 + 1e-9)) : cell)),
    )
    writeFileSync(
      path('planted.csv'),
      planted.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
    )
    const { exitCode, stdout } = wavemill(['compare', path('results.csv'), path('planted.csv'), '--format', 'json'])
    expect(exitCode).toBe(1)
    const found = JSON.parse(stdout)
    expect(found.columns).toMatchObject([{ column: 'max', count: 1 }])
    expect(found.cells).toMatchObject([{ column: 'max', row: expect.stringContaining(String(rows[row]?.[5])) }])
    expect(wavemill(['compare', path('results.csv'), path('planted.csv'), '--rtol', '1e-8']).exitCode).toBe(0)
    expect(wavemill(['compare', path('results.csv'), path('planted.csv'), '--rtol', '1e-10']).exitCode).toBe(1)
  })

  test('rows may come in another order and lie in another folder; missing ones are named', () => {
    const [head = '', ...lines] = readFileSync(path('results.csv'), 'utf8').trimEnd().split('\r\n')
    const elsewhere = lines.reverse().map((line) => line.replace('folder/', 'D:\\\\other\\\\folder\\\\'))
    writeFileSync(path('reversed.csv'), [head, ...elsewhere].join('\r\n'))
    expect(wavemill(['compare', path('results.csv'), path('reversed.csv')])).toMatchObject({ exitCode: 0 })
    writeFileSync(path('short.csv'), [head, ...lines.slice(1)].join('\r\n'))
    expect(wavemill(['compare', path('results.csv'), path('short.csv')])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/rows only in A: /),
    })
  })

  test('what is no table is said', () => {
    writeFileSync(path('broken.parquet'), 'PAR1 no')
    for (const bad of ['broken.parquet', 'nothing.csv']) {
      expect(wavemill(['compare', path('results.csv'), path(bad)])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringMatching(/^INPUT_TABLE .*cannot be read/),
      })
    }
  })
})
