// Statistics by the definitions, for the tests: two passes with compensated sums, a sort, and the rainflow count as the standard words it.

export interface Cycle {
  range: number
  count: number
}

/** Σ with the rounding errors kept (Neumaier 1974). */
export function sum(values: Iterable<number>): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

export interface OwnStatistics {
  min: number
  max: number
  time_of_min_s: number
  time_of_max_s: number
  mean: number
  std: number
  skewness: number
  kurtosis: number
  integral: number
}

export function statisticsOf(x: Float64Array, times_s: Float64Array): OwnStatistics {
  const first = x[0] ?? Number.NaN
  const n = x.length
  const offset = sum(x.map((sample) => sample - first)) / n
  const d = x.map((sample) => sample - first - offset)
  const [m2, m3, m4] = [2, 3, 4].map((power) => sum(d.map((distance) => distance ** power)) / n) as [number, number, number]
  const [min, max] = [x.reduce((a, b) => Math.min(a, b)), x.reduce((a, b) => Math.max(a, b))]
  const timeOf = (value: number) => times_s[x.indexOf(value)] ?? Number.NaN
  const trapezia = x.subarray(1).map((sample, i) => 0.5 * (sample + (x[i] ?? 0)) * ((times_s[i + 1] ?? 0) - (times_s[i] ?? 0)))
  return {
    min,
    max,
    time_of_min_s: timeOf(min),
    time_of_max_s: timeOf(max),
    mean: first + offset,
    std: Math.sqrt(m2),
    skewness: m3 / m2 ** 1.5,
    kurtosis: m4 / m2 ** 2,
    integral: sum(trapezia),
  }
}

/** Hyndman & Fan type 7. */
export function percentileOf(sorted: Float64Array, percent: number): number {
  const place = (sorted.length - 1) * (percent / 100)
  const below = Math.floor(place)
  const t = place - below
  const [a = Number.NaN, b = a] = [sorted[below], sorted[below + 1]]
  return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t)
}

/** The first sample, every sample at which the series turns, the last. */
function reversalsOf(x: Float64Array): number[] {
  const steps = x.filter((sample, i) => i === 0 || sample !== x[i - 1])
  const turns = steps.filter((sample, i) => {
    const [before, after] = [steps[i - 1], steps[i + 1]]
    return before !== undefined && after !== undefined && sample > before === sample > after
  })
  return [x[0] ?? Number.NaN, ...turns, x[x.length - 1] ?? Number.NaN]
}

/** ASTM E1049-85 (2017), 5.4.4. */
export function cyclesOf(x: Float64Array): Cycle[] {
  const cycles: Cycle[] = []
  const points: number[] = []
  const range = (fromEnd: number) => Math.abs((points.at(-fromEnd) ?? 0) - (points.at(-fromEnd - 1) ?? 0))
  for (const reversal of reversalsOf(x)) {
    points.push(reversal)
    while (points.length >= 3 && range(1) >= range(2)) {
      const holdsStart = points.length === 3
      cycles.push({ range: range(2), count: holdsStart ? 0.5 : 1 })
      if (holdsStart) points.shift()
      else points.splice(-3, 2)
    }
  }
  while (points.length >= 2) {
    cycles.push({ range: range(1), count: 0.5 })
    points.pop()
  }
  return cycles
}

export function damageEquivalentLoad(cycles: readonly Cycle[], exponent: number, equivalentCycles: number): number {
  const largest = Math.max(0, ...cycles.map((cycle) => cycle.range))
  if (largest === 0) return 0
  const damage = sum(cycles.map((cycle) => cycle.count * (cycle.range / largest) ** exponent))
  return largest * (damage / equivalentCycles) ** (1 / exponent)
}
