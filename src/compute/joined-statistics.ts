import type { NativeExtra, NativeStatistics } from '../addon/native.js'

/**
 * The statistics of a file's channels that were computed some at a time, as if they had been computed together.
 *
 * @param parts   in file order, of the same periods, columns and extras; none of an extra whose columns are channels
 */
export function joinedStatistics(parts: readonly NativeStatistics[]): NativeStatistics {
  const [first] = parts
  if (!first) throw new RangeError('there are no parts to join')
  const counts = parts.map((part) => part.names.length)
  const periodCount = first.periods.length
  const join = (arrays: readonly Float64Array[]) =>
    inPeriodOrder(
      arrays.map((array, i) => evenly(array, periodCount * (counts[i] ?? 0))),
      counts,
      periodCount,
    )
  return {
    ...first,
    indices: Uint32Array.from(parts.flatMap((part) => [...part.indices])),
    names: parts.flatMap((part) => part.names),
    units: parts.flatMap((part) => part.units),
    status: Uint8Array.from(join(parts.map(({ status }) => Float64Array.from(status)))),
    values: join(parts.map(({ values }) => values)),
    extras: first.extras.map((_, i) =>
      joinedExtra(
        parts.map((part) => part.extras[i] as NativeExtra),
        counts,
        periodCount,
      ),
    ),
    warnings: [...new Set(parts.flatMap((part) => part.warnings))],
  }
}

function joinedExtra(parts: readonly NativeExtra[], counts: readonly number[], periodCount: number): NativeExtra {
  const rowCounts = inPeriodOrder(
    parts.map((part) => evenly(Float64Array.from(part.rowCounts), part.rowCounts.length)),
    counts,
    periodCount,
  )
  const values = inPeriodOrder(parts.map(extraRows), counts, periodCount)
  return { ...(parts[0] as NativeExtra), rowCounts: Uint32Array.from(rowCounts), values }
}

/** What belongs to each channel of each period. */
type Pieces = readonly Float64Array[]

function evenly(array: Float64Array, count: number): Pieces {
  const length = count === 0 ? 0 : array.length / count
  return Array.from({ length: count }, (_, i) => array.subarray(i * length, (i + 1) * length))
}

function extraRows({ rowCounts, values }: NativeExtra): Pieces {
  const rows = rowCounts.reduce((sum, count) => sum + count, 0)
  const columns = rows === 0 ? 0 : values.length / rows
  let end = 0
  return Array.from(rowCounts, (count) => {
    const begin = end
    end += count * columns
    return values.subarray(begin, end)
  })
}

/** All parts' first period, then their second. */
function inPeriodOrder(parts: readonly Pieces[], counts: readonly number[], periodCount: number): Float64Array {
  const joined = new Float64Array(parts.reduce((sum, pieces) => sum + lengthOf(pieces), 0))
  let end = 0
  for (let period = 0; period < periodCount; ++period) {
    for (const [i, pieces] of parts.entries()) {
      const count = counts[i] ?? 0
      for (const piece of pieces.slice(period * count, (period + 1) * count)) {
        joined.set(piece, end)
        end += piece.length
      }
    }
  }
  return joined
}

function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}
