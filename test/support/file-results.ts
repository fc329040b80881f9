import type { Extra, FileResult } from '../../src/contract/batch.js'
import { randomNumbers } from './random-series.js'

/** Values that are easily written wrong. */
const kHard = [
  0,
  -0,
  5e-324,
  -1.7976931348623157e308,
  1e-300,
  0.1 + 0.2,
  1 / 3,
  123456789.12345679,
  1e21,
  2 ** 53 + 2,
  Number.NaN,
]

/** A result of its own: two periods, names that want quotes, values of every kind. */
export function fileResult(task: number, columnCount: number, channelCount = 3): FileResult {
  const random = randomNumbers(task + 1)
  const rows = 2 * channelCount
  return {
    file: { task, path: `folder/cäse "${task}", 船.outb`, sizeBytes: 1000 + task, modified_ms: 1e12 + 0.25 * task },
    format: 'outb',
    readPath: 'mapped',
    warnings: task % 2 ? ['odd, "very"'] : [],
    periods: [
      { name: 'whole', sampleCount: 100, start_s: 0, stop_s: 9.9, step_s: 0.1 },
      { name: 'late, half', sampleCount: 50, start_s: 5, stop_s: 9.9, step_s: null },
    ],
    channels: {
      index: Array.from({ length: channelCount }, (_, i) => 2 * i),
      name: Array.from({ length: channelCount }, (_, i) => `Force, "x" ${i}`),
      unit: Array.from({ length: channelCount }, () => 'kN·m'),
    },
    status: Uint8Array.from({ length: rows }, (_, i) => i % 3),
    values: Float64Array.from({ length: rows * columnCount }, (_, i) =>
      random() < 0.3 ? (kHard[i % kHard.length] as number) : (random() - 0.5) * 10 ** Math.floor(40 * random() - 20),
    ),
    extras: [linkedRows(2 * channelCount, [...(task % 2 ? ['Hs'] : []), 'Force, "x" 0', 'Force, "x" 0'], random)],
  }
}

/** Two rows for every other channel and period, none for the rest. */
function linkedRows(channelPeriods: number, names: string[], random: () => number): Extra {
  const rowCounts = Array.from({ length: channelPeriods }, (_, i) => (i % 2 ? 0 : 2))
  const rows = rowCounts.reduce<number>((sum, count) => sum + count, 0)
  const value = () => (random() < 0.2 ? Number.NaN : random() - 0.5)
  return {
    name: 'linked',
    further: { index: names.map((_, i) => i), name: names, unit: names.map(() => 'kN') },
    rowCounts,
    values: Float64Array.from(Array.from({ length: rows }, (_, i) => [i % 2, value(), value(), ...names.map(value)]).flat()),
  }
}
