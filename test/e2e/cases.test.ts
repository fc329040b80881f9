import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { askPython, whyNoPython } from '../support/python-with-scipy.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { smallOutb } from './batch-files.js'
import { wavemill } from './command-line.js'

vi.setConfig({ testTimeout: 60_000 }) // each starts several processes

const room = temporaryFolder()
const at = (...names: string[]) => join(room.path, ...names)
const rowsOf = (path: string): Record<string, string>[] => parse(readFileSync(path), { columns: true })

const kTables = ['load_cases', 'lifetime', 'governing', 'range_graphs', 'range_envelopes', 'linked'].flatMap((name) => [
  `${name}.csv`,
  `${name}.parquet`,
])

const spec = `version: 1
input: { files: in }
output: { folder: out, tables: [csv, parquet] }
statistics: { del: [3, 10], percentiles: [], linked: [Chan0, Chan3] }
lines: { Line: { channels: 'Chan{position}', unit: node } }
cases:
  table: scatter.csv
  names: 'hs{hs}_dir{dir}_seed{seed}'
  weight: p
  group: [hs, dir]
  fit: { fewest: 3, risk: 0.2 }
`
const scatter = 'hs,dir,p\n2,0,0.4\n2,90,0.3\n5.0,0,0.2\n5,90,0.05\n'

function writeInputs(): void {
  mkdirSync(at('in'))
  let seed = 0
  for (const hs of ['2.0', '5.0']) {
    for (const dir of ['000', '090']) {
      for (const k of [1, 2, 3]) {
        const name = `hs${hs}_dir${dir}_seed${k}.outb`
        writeFileSync(at('in', name), smallOutb(++seed, 5, 100 * seed))
      }
    }
  }
  writeFileSync(at('w.yml'), spec)
  writeFileSync(at('scatter.csv'), scatter)
}

beforeAll(writeInputs)

describe('load cases, range graphs and linked values of a run', () => {
  test('are the same bytes for one lane and many, and for a run that was stopped and resumed', () => {
    const first = wavemill(['run', at('w.yml'), '--quiet'])
    expect([first.exitCode, first.stderr]).toEqual([0, ''])
    const whole = new Map(kTables.map((name) => [name, readFileSync(at('out', name))]))

    expect(wavemill(['run', at('w.yml'), '--quiet', '--lanes', '4', '--out', at('four')]).exitCode).toBe(0)
    renameSync(at('in', 'hs2.0_dir090_seed2.outb'), at('away'))
    const partly = wavemill(['run', at('w.yml'), '--quiet', '--out', at('resumed')])
    expect(partly.exitCode).toBe(0)
    expect(readFileSync(at('resumed', 'lifetime.csv'))).not.toEqual(whole.get('lifetime.csv'))
    renameSync(at('away'), at('in', 'hs2.0_dir090_seed2.outb'))
    expect(wavemill(['run', at('w.yml'), '--quiet', '--out', at('resumed'), '--resume']).exitCode).toBe(0)
    for (const folder of ['four', 'resumed']) {
      for (const [name, bytes] of whole) expect(readFileSync(at(folder, name)).equals(bytes), `${folder}/${name}`).toBe(true)
    }
  })

  test('weights that do not sum to 1 are in the manifest, with the number', () => {
    const { warnings, outputs } = JSON.parse(readFileSync(at('out', 'manifest.json'), 'utf8'))
    expect(warnings).toContainEqual({
      path: at('scatter.csv'),
      warning: 'the weights sum to 0.95, not 1: the rest of the lifetime adds nothing',
    })
    expect(outputs.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(kTables))
  })

  test('load cases are what results.csv says', () => {
    const results = rowsOf(at('out', 'results.csv'))
    const cases = rowsOf(at('out', 'load_cases.csv'))
    expect(cases).toHaveLength(4 * 5)
    for (const row of cases) {
      const files = results.filter(
        ({ path, name }) =>
          name === row.name && path?.includes(`hs${Number(row.case_hs).toFixed(1)}_dir${String(row.case_dir).padStart(3, '0')}_`),
      )
      const column = (name: string) => files.map((file) => Number(file[name]))
      const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
      expect(files).toHaveLength(3)
      expect(Number(row.max)).toBe(Math.max(...column('max')))
      expect(row.max_path).toBe(files.find(({ max }) => max === row.max)?.path)
      expect(Number(row.min)).toBe(Math.min(...column('min')))
      expect(Number(row.mean_of_max)).toBeCloseTo(mean(column('max')), 8)
      expect(Number(row.std) / Math.sqrt(mean(column('std').map((x) => x * x)))).toBeCloseTo(1, 13)
      expect(Number(row.del_m10) / mean(column('del_m10').map((x) => x ** 10)) ** 0.1).toBeCloseTo(1, 13)
    }
  })

  test('levels fitted over seeds are those of fitExtremes over their maxima and minima', async () => {
    const { fitExtremes } = await import('../../src/run/fit-extremes.js')
    const results = rowsOf(at('out', 'results.csv'))
    for (const row of rowsOf(at('out', 'load_cases.csv'))) {
      const start = `hs${Number(row.case_hs).toFixed(1)}_dir${String(row.case_dir).padStart(3, '0')}_`
      const files = results.filter(({ path, name }) => name === row.name && path?.includes(start))
      for (const extreme of ['max', 'min'] as const) {
        const values = files.map((file) => Number(file[extreme]))
        const { verdict, level, lower, upper } = fitExtremes(values, { fewest: 3, risk: 0.2, isOfSmallest: extreme === 'min' })
        expect(row[`${extreme}_fit`]).toBe(verdict)
        const cells = ['', '_lower', '_upper'].map((end) => row[`${extreme}_level${end}`])
        expect(cells).toEqual([level, lower, upper].map((value) => (value === null ? '' : String(value))))
      }
    }
  })

  test('Parquet has the same', async () => {
    for (const name of ['load_cases', 'lifetime', 'governing', 'range_envelopes']) {
      const read = await parquetReadObjects({ file: await asyncBufferFromFile(at('out', `${name}.parquet`)) })
      expect(
        read.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell === null ? '' : String(cell)]))),
      ).toEqual(rowsOf(at('out', `${name}.csv`)))
    }
  })

  test('a range graph is the statistics of the channels, by position', () => {
    const results = rowsOf(at('out', 'results.csv'))
    const graphs = rowsOf(at('out', 'range_graphs.csv'))
    expect(graphs.map(({ path, name, min, mean, max, std }) => [path, name, min, mean, max, std])).toEqual(
      results.map(({ path, name, min, mean, max, std }) => [path, name, min, mean, max, std]),
    )
    const [first] = rowsOf(at('out', 'range_envelopes.csv'))
    const ofFirst = results.filter(({ name }) => name === 'Chan0').map(({ max }) => Number(max))
    expect(first).toMatchObject({
      line: 'Line',
      position: '0',
      position_unit: 'node',
      files: '12',
      max: String(Math.max(...ofFirst)),
    })
  })

  test('a table that does not fit is said before anything is computed; missing: warn goes on', () => {
    writeFileSync(at('scatter.csv'), `${scatter}8,0,0.05\n`)
    const refused = wavemill(['run', at('w.yml'), '--out', at('not'), '--quiet'])
    expect([refused.exitCode, existsSync(at('not'))]).toEqual([2, false])
    expect(refused.stderr).toMatch(/^CONFIG_CASES .*1 row without a file: line 6 hs 8, dir 0; mend it/)
    writeFileSync(at('warn.yml'), spec.replace('weight: p', 'weight: p\n  missing: warn'))
    expect(wavemill(['run', at('warn.yml'), '--out', at('warned'), '--quiet']).exitCode).toBe(0)
    writeFileSync(at('scatter.csv'), scatter)
    expect(readFileSync(at('warned', 'lifetime.csv'))).toEqual(readFileSync(at('out', 'lifetime.csv')))
  })

  test('a file that is damaged leaves its load case with the others, and is said', () => {
    const path = at('in', 'hs5.0_dir000_seed1.outb')
    const whole = readFileSync(path)
    writeFileSync(path, whole.subarray(0, 200))
    const { exitCode } = wavemill(['run', at('w.yml'), '--out', at('damaged'), '--quiet'])
    writeFileSync(path, whole)
    expect(exitCode).toBe(1)
    const { warnings } = JSON.parse(readFileSync(at('damaged', 'manifest.json'), 'utf8'))
    const warning = "load case 'hs 5.0, dir 0' is without this file, and the lifetime without its 0.0666667"
    expect(warnings).toContainEqual({ path, warning })
    expect(rowsOf(at('damaged', 'load_cases.csv')).filter(({ files }) => files === '2')).toHaveLength(5)
  })
})

const data = resolve(import.meta.dirname, '../../../shared/data/openfast/DLC1p1')

describe("OpenFAST's case matrix", () => {
  test('with probabilities: lifetime loads as NumPy has them', (context) => {
    if (!existsSync(data)) return context.skip('absent: ../shared/data/openfast/DLC1p1')
    const why = whyNoPython()
    if (why) return context.skip(why)
    writeFileSync(
      at('dlc.yml'),
      `version: 1
input: { files: ${data} }
output: { folder: dlc, tables: [csv] }
statistics: { del: [3, 4, 5, 10, 3.5] }
cases: { table: dlc.csv, file: 'DLC1.1_0_{Case_Name}', weight: hours, weights_are: hours, group: [speed] }
`,
    )
    writeFileSync(
      at('dlc.csv'),
      'Case_Name;speed;hours\nNREL5MW_OC3_spar_0;14;5000\nNREL5MW_OC3_spar_1;16;3000\nNREL5MW_OC3_spar_2;18;766\n',
    )
    const { exitCode, stderr } = wavemill(['run', at('dlc.yml'), '--quiet'])
    expect([exitCode, stderr]).toEqual([0, ''])
    const worst = askPython(
      `
import csv, json, sys, collections
import numpy as np
question = json.load(sys.stdin)
p = np.array([5000, 3000, 766]) / 8766
by_channel = collections.defaultdict(list)
for row in csv.DictReader(open(question['results'], newline='', encoding='utf-8')):
    by_channel[row['name']].append(row)
worst = 0.0
for row in csv.DictReader(open(question['lifetime'], newline='', encoding='utf-8')):
    files = by_channel[row['name']]
    assert len(files) == 3
    for name, m in (('del_m3', 3), ('del_m4', 4), ('del_m5', 5), ('del_m10', 10), ('del_m3_5', 3.5)):
        x = np.array([float(f[name]) for f in files])
        wanted = x.max() * (p * (x / x.max()) ** m).sum() ** (1 / m) if x.max() > 0 else 0.0
        if wanted > 0: worst = max(worst, abs(float(row[name]) / wanted - 1))
        else: assert float(row[name]) == 0
print(json.dumps(worst))`,
      { results: at('dlc', 'results.csv'), lifetime: at('dlc', 'lifetime.csv') },
    )
    expect(worst).toBeLessThan(1e-13)
  })

  test('itself: the rows whose files are not there are named', (context) => {
    if (!existsSync(data)) return context.skip('absent: ../shared/data/openfast/DLC1p1')
    writeFileSync(
      at('matrix.yml'),
      `version: 1
input: { files: ${data} }
output: { folder: matrix }
cases: { table: ${join(data, 'case_matrix_DLC1.1_0.yaml')}, file: 'DLC1.1_0_{Case_Name}', group: [InflowWind.HWindSpeed] }
`,
    )
    const refused = wavemill(['run', at('matrix.yml')])
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toMatch(/2 rows without a file: entry 4 'DLC1.1_0_NREL5MW_OC3_spar_3', entry 5/)
    writeFileSync(at('matrix.yml'), `${readFileSync(at('matrix.yml'), 'utf8').trimEnd().replace(/ \}$/, ', missing: warn }')}\n`)
    expect(wavemill(['run', at('matrix.yml'), '--quiet']).exitCode).toBe(0)
    const speeds = new Set(rowsOf(at('matrix', 'load_cases.csv')).map((row) => row.case))
    expect([...speeds]).toEqual(['14.0', '16.0', '18.0'])
    expect(existsSync(at('matrix', 'lifetime.csv'))).toBe(false)
  })
})

test('the example of load cases runs on the sample batch', () => {
  expect(wavemill(['demo', at('demo'), '--cases', '12', '--quiet']).exitCode).toBe(0)
  mkdirSync(at('examples'))
  for (const name of ['load-cases.yml', 'load-cases.csv']) copyFileSync(resolve('examples', name), at('examples', name))
  const { exitCode, stderr } = wavemill(['run', at('examples', 'load-cases.yml'), '--quiet'])
  expect([exitCode, stderr]).toEqual([0, ''])
  const cases = rowsOf(at('demo', 'load-cases', 'load_cases.csv')).filter(({ name }) => name === 'RiserM005')
  expect(cases.map((row) => [row.case_hs, row.files, row.weight])).toEqual([
    ['3', '3', '0.62'],
    ['6', '3', '0.3'],
    ['9', '3', '0.07'],
    ['12.5', '3', '0.01'],
  ])
  const [lifetime] = rowsOf(at('demo', 'load-cases', 'lifetime.csv'))
  expect(lifetime).toMatchObject({ cases: '4', files: '12', weight: '1', hours: '219150' })
  const positions = rowsOf(at('demo', 'load-cases', 'range_envelopes.csv')).map(({ position }) => Number(position))
  expect(positions).toEqual([...positions].sort((a, b) => a - b))
  expect(positions.length).toBeGreaterThan(10)
})
