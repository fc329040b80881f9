import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { GoverningExtremes, GoverningValue } from '../../../src/contract/batch.js'
import { writeExtremesTable } from '../../../src/write/extremes-table.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const room = temporaryFolder()
const path = join(room.path, 'extremes.csv')

const value = (number: number, linked?: GoverningValue['linked']): GoverningValue => ({
  value: number,
  time_s: 1,
  path: 'a, b.outb',
  ...(linked ? { linked } : {}),
})
const extremes = (name: string, min: GoverningValue | null, max: GoverningValue | null): GoverningExtremes => ({
  period: 'whole',
  name,
  unit: 'kN',
  fileCount: 2,
  min,
  max,
  statuses: [],
})

test('files with the same linked channels in another order, with more, or with none share the columns', async () => {
  const rows = [
    extremes(
      'x',
      value(-1, { channels: ['p [m]', 'q [m]'], values: [1, null] }),
      value(2, { channels: ['q [m]', 'p [m]'], values: [3, 4] }),
    ),
    extremes('y', value(-2, { channels: ['r "1" [m]'], values: [5] }), null),
    extremes('z', value(-3), value(3)),
  ]
  expect(await writeExtremesTable(path, rows)).toMatchObject({ rows: 3 })
  const [header, ...lines] = readFileSync(path, 'utf8').split('\r\n')
  expect(header).toBe(
    'period,name,unit,files,min,min_time_s,min_path,max,max_time_s,max_path,min: p [m],min: q [m],"min: r ""1"" [m]",max: p [m],max: q [m],"max: r ""1"" [m]"',
  )
  expect(lines).toEqual([
    'whole,x,kN,2,-1,1,"a, b.outb",2,1,"a, b.outb",1,,,4,3,',
    'whole,y,kN,2,-2,1,"a, b.outb",,,,,,5,,,',
    'whole,z,kN,2,-3,1,"a, b.outb",3,1,"a, b.outb",,,,,,',
    '',
  ])
})

test('many rows are all there', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => extremes(`c${i}`, value(i), value(i)))
  await writeExtremesTable(path, rows)
  const names = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[1])
  expect(names).toEqual(rows.map(({ name }) => name))
})
