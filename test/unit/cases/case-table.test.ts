import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCaseTable } from '../../../src/cases/case-table.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const room = temporaryFolder()
const matrix = resolve(import.meta.dirname, '../../../../shared/data/openfast/DLC1p1/case_matrix_DLC1.1_0.yaml')

async function tableOf(name: string, text: string) {
  const path = join(room.path, name)
  writeFileSync(path, text)
  return readCaseTable(path)
}

describe('a case table', () => {
  test.each([
    ['commas', 'a.csv', 'file,p\nx.outb,0.5\n"y,1.outb",0.25\n'],
    [
      'semicolons, CRLF, a byte order mark, spaces and empty lines',
      'b.csv',
      '\ufefffile; p\r\n\r\nx.outb ;0.5\r\ny,1.outb;0.25\r\n\r\n',
    ],
    ['tabs', 'c.tsv', 'file\tp\nx.outb\t0.5\ny,1.outb\t0.25'],
    ['YAML entries', 'd.yml', "- { file: x.outb, p: 0.5 }\n- { file: 'y,1.outb', p: 0.25 }\n"],
    ['YAML lists', 'e.yaml', "file: [x.outb, 'y,1.outb']\np: [0.5, 0.25]\n"],
  ])('%s', async (_, name, text) => {
    const { columns, rows } = await tableOf(name, text)
    expect(columns).toEqual(['file', 'p'])
    expect(rows.map(({ cells }) => cells)).toEqual([
      { file: 'x.outb', p: '0.5' },
      { file: 'y,1.outb', p: '0.25' },
    ])
  })

  test('rows say where they are', async () => {
    expect((await tableOf('f.csv', 'file,p\n\nx,1\ny,2\n')).rows.map(({ place }) => place)).toEqual(['line 3', 'line 4'])
    expect((await tableOf('g.yml', '- { file: x }\n- { p: 1 }\n')).rows).toEqual([
      { place: 'entry 1', cells: { file: 'x', p: '' } },
      { place: 'entry 2', cells: { file: '', p: '1' } },
    ])
  })

  test.runIf(existsSync(matrix))("OpenFAST's case matrix", async () => {
    const { columns, rows } = await readCaseTable(matrix)
    expect(columns).toContain('InflowWind.HWindSpeed')
    expect(rows.map(({ cells }) => [cells.Case_ID, cells['InflowWind.HWindSpeed']])).toEqual(
      [14, 16, 18, 20, 22].map((speed, i) => [String(i), `${speed}.0`]),
    )
  })
  test.skipIf(existsSync(matrix))('skipped, absent: ../shared/data/openfast/DLC1p1', () => undefined)

  test.each([
    ['a.csv', 'file,p\n', 'has no row'],
    ['b.csv', 'file,file\nx,y\n', "has the column 'file' twice"],
    ['c.csv', 'file,p\nx\n', 'is not CSV: '],
    ['d.yml', 'file: [x\n', 'is not YAML: '],
    ['e.yml', 'file: [x, y]\np: [1]\n', "'p' has 1 entries, 'file' has 2"],
    ['f.yml', 'file: x\n', "'file' is not a list"],
    ['g.yml', '- x\n', 'entry 1 is not a map of names and values'],
    ['h.yml', '5\n', 'is neither a list of entries nor lists by their names'],
  ])('%s with %j', async (name, text, what) => {
    await expect(tableOf(name, text)).rejects.toMatchObject({
      code: 'CONFIG_CASES',
      path: join(room.path, name),
      message: expect.stringContaining(what),
    })
  })

  test('that is not there', async () => {
    await expect(readCaseTable(join(room.path, 'none.csv'))).rejects.toMatchObject({ code: 'CONFIG_CASES' })
  })
})
