import { describe, expect, test } from 'vitest'
import type { CaseTable } from '../../../src/cases/case-table.js'
import { planCases } from '../../../src/cases/plan-cases.js'
import type { PlannedFile } from '../../../src/contract/batch.js'
import type { CasesSpec } from '../../../src/contract/spec.js'

const files = (...paths: string[]): PlannedFile[] => paths.map((path, task) => ({ task, path, sizeBytes: 1, modified_ms: 1 }))

const spec = (given: Partial<CasesSpec>): CasesSpec => ({
  table: undefined,
  names: undefined,
  file: undefined,
  weight: undefined,
  weightsAre: 'probability',
  group: undefined,
  hoursPerYear: 8766,
  designLife_years: 20,
  missing: 'error',
  fit: undefined,
  ...given,
})

const table = (...rows: Record<string, string>[]): CaseTable => ({
  path: 'cases.csv',
  columns: Object.keys(rows[0] ?? {}),
  rows: rows.map((cells, i) => ({ place: `line ${i + 2}`, cells })),
})

const refusal = (message: string) => expect.objectContaining({ code: 'CONFIG_CASES', message: expect.stringContaining(message) })

describe('by the names of the files', () => {
  const seeds = files('a/Hs03.0_s1.outb', 'a/Hs06.0_s1.outb', 'a/Hs03.0_s2.csv.gz', 'a/Hs3_s3.outb')

  test('files that differ in the seed alone are one load case; numbers are the same whatever their zeros', () => {
    const { plan, warnings } = planCases(spec({ names: 'Hs{hs}_s{seed}' }), seeds, undefined)
    expect(plan).toEqual({
      fields: ['hs'],
      cases: [
        { name: '03.0', fields: ['03.0'] },
        { name: '06.0', fields: ['06.0'] },
      ],
      ofTask: [0, 1, 0, 0],
      weights: undefined,
      lifetime_h: 175_320,
      fit: undefined,
    })
    expect(warnings).toEqual([])
  })

  test('a regular expression', () => {
    const { plan } = planCases(spec({ names: '^Hs0*(?<hs>\\d+)[._].*s(?<seed>\\d)' }), seeds, undefined)
    expect(plan.cases.map(({ name }) => name)).toEqual(['3', '6'])
  })

  test('a file that does not fit is an error, or a warning', () => {
    const odd = [...seeds, ...files('a/still.outb').map((file) => ({ ...file, task: 4 }))]
    const names = 'Hs{hs}_s{seed}'
    expect(() => planCases(spec({ names }), odd, undefined)).toThrow(
      refusal("1 file that 'Hs{hs}_s{seed}' does not fit: 'still'"),
    )
    const { plan, warnings } = planCases(spec({ names, missing: 'warn' }), odd, undefined)
    expect(plan.ofTask).toEqual([0, 1, 0, 0, -1])
    expect(warnings).toEqual([{ path: '', warning: "1 file that 'Hs{hs}_s{seed}' does not fit: 'still'" }])
  })

  test('a scatter table: a row is for all files of its fields, which share its weight', () => {
    const scatter = table({ hs: '3', p: '0.6' }, { hs: '6.0', p: '0.4' })
    const { plan, warnings } = planCases(spec({ names: 'Hs{hs}_s{seed}', weight: 'p' }), seeds, scatter)
    expect(plan.cases.map(({ name }) => name)).toEqual(['3', '6.0'])
    for (const [i, weight] of [0.2, 0.4, 0.2, 0.2].entries()) expect(plan.weights?.[i]).toBeCloseTo(weight, 15)
    expect(warnings).toEqual([])
  })

  test('a table that has none of the fields', () => {
    expect(() => planCases(spec({ names: 'Hs{hs}_s{seed}' }), seeds, table({ tp: '9' }))).toThrow(
      refusal("has no column that 'Hs{hs}_s{seed}' has as a field; its columns are tp"),
    )
    const twice = table({ hs: '3' }, { hs: '3.0' })
    expect(() => planCases(spec({ names: 'Hs{hs}_s{seed}' }), seeds, twice)).toThrow(
      refusal('line 2 and line 3 are the same in hs'),
    )
  })
})

describe('by a column that names the file', () => {
  const both = files('b1/x.outb', 'b2/x.outb', 'b2/DLC1.1_y.outb')

  test('by path, by the end of the path, by name with and without what says the format', () => {
    const rows = table({ file: 'b1/x', p: '0.5' }, { file: 'b2\\x.outb', p: '0.25' }, { file: 'DLC1.1_y', p: '0.25' })
    const { plan } = planCases(spec({ weight: 'p' }), both, rows)
    expect(plan.ofTask).toEqual([0, 1, 2])
    expect(plan.cases.map(({ name }) => name)).toEqual(['b1/x', 'b2\\x.outb', 'DLC1.1_y'])
    expect(plan.weights).toEqual([0.5, 0.25, 0.25])
  })

  test('columns in braces; a group of columns makes the load case', () => {
    const rows = table({ id: '0', speed: '14' }, { id: '1', speed: '16' }, { id: '2', speed: '14.0' })
    const { plan } = planCases(spec({ file: 'run_{id}', group: ['speed'] }), files('run_0.out', 'run_1.out', 'run_2.out'), rows)
    expect(plan.ofTask).toEqual([0, 1, 0])
    expect(plan.fields).toEqual(['speed'])
  })

  test('a name that means two files, two rows that mean one', () => {
    expect(() => planCases(spec({}), both, table({ file: 'x.outb' }))).toThrow(
      refusal("line 2: 'x.outb' means 2 files: b1/x.outb, b2/x.outb"),
    )
    expect(() => planCases(spec({}), both, table({ file: 'b1/x' }, { file: 'b1/x.outb' }))).toThrow(
      refusal("line 2 and line 3 mean the same file, 'b1/x.outb'"),
    )
  })

  test('rows without a file and files without a row are named', () => {
    const rows = table({ file: 'b1/x', p: '1' }, { file: 'z', p: '1' })
    expect(() => planCases(spec({}), both, rows)).toThrow(
      refusal(
        "do not fit the files: 1 row without a file: line 3 'z'; 2 files without a row: 'x', 'DLC1.1_y'; mend it, or say 'missing: warn'",
      ),
    )
    const { plan, warnings } = planCases(spec({ missing: 'warn', weight: 'p' }), both, rows)
    expect(plan.ofTask).toEqual([0, -1, -1])
    expect(plan.weights).toEqual([1, 0, 0])
    expect(warnings).toHaveLength(2)
  })

  test('columns that are not there', () => {
    const rows = table({ file: 'b1/x', p: '1' })
    const only = files('b1/x.outb')
    expect(() => planCases(spec({ file: 'name' }), only, rows)).toThrow(
      refusal("has no column 'name', which cases.file wants; its columns are file, p"),
    )
    expect(() => planCases(spec({ weight: 'q' }), only, rows)).toThrow(
      refusal("no column or field 'q', which cases.weight wants; there are file, p"),
    )
    expect(() => planCases(spec({ group: ['hs'] }), only, rows)).toThrow(
      refusal("cases.group has 'hs', which is neither a column nor a field"),
    )
  })
})

describe('weights', () => {
  const two = files('x.outb', 'y.outb')
  const weighing = (a: string, b: string, more: Partial<CasesSpec> = {}) =>
    planCases(spec({ weight: 'p', ...more }), two, table({ file: 'x', p: a }, { file: 'y', p: b }))

  test('that do not sum to 1 are said, with the number', () => {
    expect(weighing('0.5', '0.43').warnings).toEqual([
      { path: 'cases.csv', warning: 'the weights sum to 0.93, not 1: the rest of the lifetime adds nothing' },
    ])
    expect(weighing('0.5', '0.6').warnings[0]?.warning).toContain('sum to 1.1, not 1: some of the lifetime counts more than once')
    expect(weighing('0.3', '0.7').warnings).toEqual([])
  })

  test('as hours a year', () => {
    const { plan, warnings } = weighing('6574.5', '2191.5', { weightsAre: 'hours' })
    expect(plan.weights).toEqual([0.75, 0.25])
    expect(warnings).toEqual([])
  })

  test.each(['', 'x', '-0.1', 'Infinity'])('%j is no weight', (text) => {
    expect(() => weighing('0.5', text)).toThrow(refusal(`line 3: the p is '${text}'; it must be a number from 0 on`))
  })
})
