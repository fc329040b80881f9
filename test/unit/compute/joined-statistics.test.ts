import { describe, expect, test } from 'vitest'
import type { NativeStatistics } from '../../../src/addon/native.js'
import { joinedStatistics } from '../../../src/compute/joined-statistics.js'

const kPeriods = 2
const kColumns = 3

/** Channels from `first` on: each value says its period, channel and column. */
function part(first: number, count: number, rowsOf: (period: number, channel: number) => number): NativeStatistics {
  const places = Array.from({ length: kPeriods * count }, (_, i) => [Math.floor(i / count), first + (i % count)] as const)
  const rows = places.map(([period, channel]) => rowsOf(period, channel))
  return {
    format: 'parquet',
    periods: Array.from({ length: kPeriods }, () => ({ sampleCount: 5, time: { start_s: 0, stop_s: 4, step_s: 1 } })),
    readPath: 'decoded',
    indices: Uint32Array.from({ length: count }, (_, i) => 2 * (first + i)),
    names: Array.from({ length: count }, (_, i) => `c${first + i}`),
    units: Array.from({ length: count }, () => 'm'),
    status: Uint8Array.from(places, ([period, channel]) => 10 * period + channel),
    values: Float64Array.from(
      places.flatMap(([period, channel]) => [0, 1, 2].map((column) => 100 * period + 10 * channel + column)),
    ),
    extras: [
      {
        kind: 1,
        indices: new Uint32Array(),
        names: [],
        units: [],
        rowCounts: Uint32Array.from(rows),
        values: Float64Array.from(
          places.flatMap(([period, channel], i) => Array.from({ length: 2 * (rows[i] ?? 0) }, () => 10 * period + channel)),
        ),
      },
    ],
    warnings: ['of the file', `of ${first}`],
  }
}

describe('statistics computed some channels at a time', () => {
  const rowsOf = (period: number, channel: number) => (period + channel) % 3

  test('are those that are computed together, in periods, columns and rows of extras', () => {
    const whole = part(0, 6, rowsOf)
    const joined = joinedStatistics([part(0, 3, rowsOf), part(3, 1, rowsOf), part(4, 2, rowsOf)])
    expect(joined).toEqual({
      ...whole,
      warnings: ['of the file', 'of 0', 'of 3', 'of 4'],
    })
    expect(joined.values.length).toBe(kPeriods * 6 * kColumns)
  })
})
