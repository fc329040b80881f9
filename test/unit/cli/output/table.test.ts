import pc from 'picocolors'
import { describe, expect, test } from 'vitest'
import { StatisticsTable } from '../../../../src/cli/output/statistics-table.js'
import { WavemillError } from '../../../../src/contract/error.js'
import { collector, fileNamed, row } from './collected.js'

const names = ['count', 'min', 'max', 'mean', 'std', 'mean_upcrossing_period_s', 'del_m4']
const file = fileNamed('runs/a.outb')
const values = {
  count: 6001,
  min: -1053.5612,
  max: 2087.7103,
  mean: 0,
  std: 1.5e-9,
  mean_upcrossing_period_s: null,
  del_m4: 12345678,
}
const plain = pc.createColors(false)

async function tableOf(width: number, channels = [row(file, 0, values)], colors = plain): Promise<string[]> {
  const { out, text } = collector()
  const table = new StatisticsTable(out, names, { width, colors })
  await table.add({ file, channels })
  await table.end()
  return text().trimEnd().split('\n')
}

describe('StatisticsTable', () => {
  test('shows the important columns first, as far as the width goes, and counts the others', async () => {
    expect(await tableOf(60)).toEqual([
      'runs/a.outb  outb · 6,001 samples · 0 to 600 s, step 0.1 s',
      'channel   unit       min      max  mean     std    del_m4',
      'Channel0  kN    -1053.56  2087.71     0  1.5e-9  12345678',
      '',
      '2 more columns with --format json or csv, or choose with --columns',
    ])
  })

  test('says nothing of left out columns when all are there', async () => {
    const lines = await tableOf(200)
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/del_m4 +Tz_s +count$/)
    expect(lines[2]).toMatch(/ 12345678 +- +6001$/)
  })

  test('always shows one column, however narrow the terminal is', async () => {
    expect((await tableOf(10))[1]).toBe('channel   unit       min')
  })

  test('has a status column only where a status is worth a word', async () => {
    const lines = await tableOf(60, [row(file, 0, values), row(file, 1, { ...values, status: 'nonfinite' })])
    expect(lines[1]).toMatch(/ {2}status$/)
    expect(lines[2]).not.toContain('ok')
    expect(lines[3]).toMatch(/ {2}nonfinite$/)
  })

  test('is no wider than the terminal', async () => {
    for (const line of (await tableOf(60)).slice(1, 3)) expect(line.length).toBeLessThanOrEqual(60)
  })

  test('puts a failure in its file’s place, and a control character of a name to no use', async () => {
    const { out, text } = collector()
    const table = new StatisticsTable(out, names, { width: 80, colors: plain })
    await table.add({ path: 'x.outb', error: new WavemillError('IO_OPEN', 'too many files', { path: 'x.outb', offsetBytes: 7 }) })
    await table.add({ file, channels: [row(file, 0, { ...values, name: 'a\u001b[31mb' })] })
    expect(text()).toContain('IO_OPEN x.outb: too many files (byte 7)\n\nruns/a.outb')
    expect(text()).toContain('a\uFFFD[31mb')
  })

  test('colours when it is told to', async () => {
    expect((await tableOf(60, undefined, pc.createColors(true)))[0]).toContain('\u001b[1mruns/a.outb\u001b[22m')
  })
})
