import { describe, expect, test } from 'vitest'
import type { NativeChannelLayout, NativeInspection, NativeStatistics } from '../../../src/addon/native.js'
import { inspection } from '../../../src/run/inspection.js'
import { rainflow } from '../../../src/run/rainflow.js'
import { statisticsRows } from '../../../src/run/statistics-rows.js'

const result: NativeStatistics = {
  format: 'outb',
  periods: [{ sampleCount: 5, time: { start_s: 0, stop_s: 4, step_s: Number.NaN } }],
  readPath: 'mapped',
  indices: Uint32Array.of(2, 7),
  names: ['Heave', 'path'],
  units: ['m', ''],
  status: Uint8Array.of(0, 1),
  values: Float64Array.of(1, 2, 3, Number.NaN),
  extras: [
    {
      kind: 0,
      indices: Uint32Array.of(2, 3),
      names: ['Fx', 'Fx'],
      units: ['kN', 'kN'],
      rowCounts: Uint32Array.of(2, 0),
      values: Float64Array.of(0, 1.5, -3, 7, Number.NaN, 1, 2.5, 4, 8, 9),
    },
  ],
  warnings: ['odd'],
}

test('rows of a table of its own come as columns, words as words', () => {
  const [heave, other] = [...statisticsRows('a.outb', result, ['min', 'p50'])]
  expect(heave?.linked).toEqual({
    extreme: ['min', 'max'],
    time_s: [1.5, 2.5],
    value: [-3, 4],
    channels: { Fx: [7, 8], 'Fx#2': [null, 9] },
  })
  expect(other?.linked).toEqual({ extreme: [], time_s: [], value: [], channels: { Fx: [], 'Fx#2': [] } })
})

test('a row has its channel and its columns; the core’s NaN is null; a file’s rows share one summary', () => {
  const [heave, other] = [...statisticsRows('a.outb', result, ['min', 'p50'])]
  expect(heave).toMatchObject({ path: 'a.outb', index: 2, name: 'Heave', unit: 'm', status: 'ok', min: 1, p50: 2 })
  expect(other).toMatchObject({ path: 'a.outb', index: 7, name: 'path', status: 'constant', min: 3, p50: null })
  expect(heave?.file).toBe(other?.file)
  expect(heave?.file).toEqual({
    path: 'a.outb',
    format: 'outb',
    sampleCount: 5,
    time: { start_s: 0, stop_s: 4, step_s: null },
    readPath: 'mapped',
    warnings: ['odd'],
  })
})

test('cycles have the five fields of the core’s rows', () => {
  const cycles = Float64Array.of(3, 0.5, 0.5, 0, 4, 8, 1, 1, 5, 6)
  expect(rainflow('a', { index: 1, name: 'Heave', unit: 'm', cycles }).cycles).toEqual([
    { range: 3, mean: 0.5, count: 0.5, start_index: 0, end_index: 4 },
    { range: 8, mean: 1, count: 1, start_index: 5, end_index: 6 },
  ])
})

describe('resolution of a channel', () => {
  const layout: NativeChannelLayout = {
    name: 'x',
    unit: 'm',
    description: '',
    type: 'int16',
    byteOrder: 'little',
    offsetBytes: 99,
    strideBytes: 24,
    scaling: 'x = (q - bias) / scale',
    scale: -400,
    bias: 3,
  }
  const file: Omit<NativeInspection, 'channels'> = {
    descriptionPath: '',
    format: 'outb',
    variant: 'FileID 2',
    sizeBytes: 1000,
    sampleCount: 5,
    time: { start_s: 0, stop_s: 4, step_s: 1 },
    isTimeAssumed: false,
    readPath: 'read',
    warnings: [],
  }

  test.each<[Partial<NativeChannelLayout>, number | null]>([
    [{}, 1 / 400],
    [{ scaling: 'x = q * scale + bias', scale: -0.5 }, 0.5],
    [{ scaling: 'x = q' }, 1],
    [{ scaling: 'x = q', type: 'float64' }, null],
    [{ scale: Number.NaN }, null],
  ])('of %o is %d', (differing, resolution) => {
    const [channel] = inspection('a', { ...file, channels: [{ ...layout, ...differing }] }).channels
    expect(channel?.resolution).toBe(resolution)
  })
})
