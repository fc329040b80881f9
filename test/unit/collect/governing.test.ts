import { expect, test } from 'vitest'
import { Governing } from '../../../src/collect/governing.js'
import type { FileResult } from '../../../src/contract/batch.js'

const columns = ['max', 'min', 'time_of_max_s']

function result(task: number, names: string[], rows: [max: number, min: number, time: number][]): FileResult {
  return {
    file: { task, path: `file${task}`, sizeBytes: 1, modified_ms: 1 },
    format: 'outb',
    readPath: 'mapped',
    warnings: [],
    periods: [{ name: 'whole', sampleCount: 2, start_s: 0, stop_s: 1, step_s: 1 }],
    channels: { index: names.map((_, i) => i), name: names, unit: names.map(() => 'kN') },
    status: new Uint8Array(names.length),
    values: Float64Array.from(rows.flat()),
    extras: [],
  }
}

const files = [
  result(
    0,
    ['a', 'b'],
    [
      [1, -1, 10],
      [Number.NaN, Number.NaN, Number.NaN],
    ],
  ),
  result(
    1,
    ['b', 'a'],
    [
      [5, 2, 11],
      [7, -3, 12],
    ],
  ),
  result(
    2,
    ['a', 'a'],
    [
      [7, -3, 13],
      [9, 0, 14],
    ],
  ),
]

test('the governing extremes, whatever the order in which files end; of equal ones the first file of the plan', () => {
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]) {
    const governing = new Governing(columns)
    for (const i of order) governing.add(files[i] as FileResult)
    expect(governing.extremes()).toMatchObject([
      { name: 'a', fileCount: 3, max: { value: 7, time_s: 12, path: 'file1' }, min: { value: -3, time_s: null, path: 'file1' } },
      { name: 'b', fileCount: 2, max: { value: 5, path: 'file1' }, min: { value: 2, path: 'file1' } },
      { name: 'a#2', fileCount: 1, max: { value: 9, path: 'file2' } },
    ])
  }
})

test('without min and max among the columns there is nothing to say', () => {
  const governing = new Governing(['mean'])
  governing.add(files[0] as FileResult)
  expect(governing.extremes()).toEqual([])
})

test('the linked values of the governing files come with the extremes', () => {
  const governing = new Governing(columns)
  const linked = (values: number[]) => [
    {
      name: 'linked' as const,
      further: { index: [1], name: ['b'], unit: ['m'] },
      rowCounts: [2],
      values: Float64Array.from(values),
    },
  ]
  governing.add({ ...result(0, ['a'], [[5, -1, 10]]), extras: linked([0, 0, -1, 7, 1, 0, 5, 8]) })
  governing.add({ ...result(1, ['a'], [[4, -2, 11]]), extras: linked([0, 0, -2, Number.NaN, 1, 0, 4, 9]) })
  expect(governing.extremes()).toMatchObject([
    {
      min: { value: -2, path: 'file1', linked: { channels: ['b [m]'], values: [null] } },
      max: { value: 5, path: 'file0', linked: { channels: ['b [m]'], values: [8] } },
    },
  ])
})
