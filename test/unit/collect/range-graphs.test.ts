import { expect, test } from 'vitest'
import { lineWarnings, RangeGraphs } from '../../../src/collect/range-graphs.js'
import type { FileResult } from '../../../src/contract/batch.js'

const columns = ['max', 'count', 'min', 'std', 'mean']

type Statistics = [min: number, mean: number, max: number, std: number]

function result(task: number, channels: [name: string, unit: string, ...Statistics][]): FileResult {
  return {
    file: { task, path: `file${task}`, sizeBytes: 1, modified_ms: 1 },
    format: 'outb',
    readPath: 'mapped',
    warnings: [],
    periods: [{ name: 'whole', sampleCount: 2, start_s: 0, stop_s: 1, step_s: 1 }],
    channels: { index: channels.map((_, i) => i), name: channels.map(([name]) => name), unit: channels.map(([, unit]) => unit) },
    status: new Uint8Array(channels.length),
    values: Float64Array.from(channels.flatMap(([, , min, mean, max, std]) => [max, 99, min, std, mean])),
    extras: [],
  }
}

const first = result(0, [
  ['T s=20', 'kN', -2, 0, 2, 1],
  ['Wave', 'm', 0, 0, 0, 0],
  ['T s=3', 'kN', -1, 5, 10, 2],
  ['T s=3', 'kN.m', 7, 7, 7, 0],
])
const second = result(1, [
  ['T s=3', 'kN', -1, 4, 11, 2],
  ['T s=20', 'kN', -3, Number.NaN, 1, 4],
])

test('a file gives its lines by position; channels of another unit are another line', () => {
  const rows = new RangeGraphs('names', columns).add(first)
  expect(rows).toEqual([
    { keys: ['file0', 'whole', 'T', 'kN', 3, 'm', 'T s=3'], values: [-1, 5, 10, 2] },
    { keys: ['file0', 'whole', 'T', 'kN', 20, 'm', 'T s=20'], values: [-2, 0, 2, 1] },
    { keys: ['file0', 'whole', 'T', 'kN.m', 3, 'm', 'T s=3#2'], values: [7, 7, 7, 0] },
  ])
})

test('the envelope over files names the first file that governs; what does not exist takes no part', () => {
  const graphs = new RangeGraphs('names', columns)
  for (const each of [first, second]) graphs.add(each)
  expect(graphs.finish().slice(0, 2)).toEqual([
    { keys: ['whole', 'T', 'kN', 3, 'm', 2, 'file0', 'file1', 'file0'], values: [-1, 4, 5, 11, 2] },
    { keys: ['whole', 'T', 'kN', 20, 'm', 2, 'file1', 'file0', 'file1'], values: [-3, 0, 0, 2, 4] },
  ])
})

test('a line of the spec without a channel is said', () => {
  const lines = [
    { name: 'T', unit: 'm', channels: 'T s={position}' },
    { name: 'Umbilical', unit: 'm', channels: [{ channel: 'U', position: 1 }] },
  ]
  expect(lineWarnings(lines, first)).toEqual(["line 'Umbilical' has no channel here: range graphs leave it out"])
  expect(lineWarnings('names', first)).toEqual([])
})
