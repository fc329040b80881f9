import { expect, test } from 'vitest'
import { csvLine } from '../../../../src/cli/output/csv.js'
import { StatisticsCsv } from '../../../../src/cli/output/statistics-csv.js'
import { WavemillError } from '../../../../src/contract/error.js'
import { collector, fileNamed, row } from './collected.js'

test.each([
  [['a', 'b'], 'a,b'],
  [['a,b', 'c'], '"a,b",c'],
  [['say "hi"'], '"say ""hi"""'],
  [['two\nlines', 'cr\r'], '"two\nlines","cr\r"'],
  [[null, undefined, ''], ',,'],
  [[0.1 + 0.2, -1e-300, 5], '0.30000000000000004,-1e-300,5'],
])('%o is the line %s', (cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`)
})

test('one header, a line a file and channel, null empty, what is no row said elsewhere', async () => {
  const { out, text } = collector()
  const said: string[] = []
  const csv = new StatisticsCsv(out, ['min', 'kurtosis'], (line) => said.push(line))
  const [one, two] = [fileNamed('a,1.outb'), fileNamed('b.outb', ['trailing bytes'])]
  await csv.add({ file: one, channels: [row(one, 0, { min: -1.5, kurtosis: null, status: 'constant' })] })
  await csv.add({ path: 'c.outb', error: new WavemillError('IO_OPEN', 'no', { path: 'c.outb' }) })
  await csv.add({ file: two, channels: [row(two, 3, { min: 2, kurtosis: 3 })] })
  await csv.end()
  expect(text().split('\r\n')).toEqual([
    'path,index,name,unit,status,min,kurtosis',
    '"a,1.outb",0,Channel0,kN,constant,-1.5,',
    'b.outb,3,Channel3,kN,ok,2,3',
    '',
  ])
  expect(said).toEqual(['warning: b.outb: trailing bytes'])
})

test('a table without a row still has its header', async () => {
  const { out, text } = collector()
  await new StatisticsCsv(out, ['max'], () => undefined).end()
  expect(text()).toBe('path,index,name,unit,status,max\r\n')
})
