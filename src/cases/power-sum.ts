/**
 * Σ w·x^m in numbers that neither overflow nor vanish: kept as scale^m · sum. Two numbers of a longer row, `sums[at]` and `sums[at + 1]`.
 *
 * @nan   makes the sum NaN
 */
export function addPower(sums: Float64Array, at: number, weight: number, x: number, exponent: number): void {
  if (weight === 0 || x === 0) return
  const scale = sums[at] as number
  if (Number.isNaN(x) || Number.isNaN(scale)) {
    sums[at] = Number.NaN
  } else if (x > scale) {
    sums[at + 1] = (sums[at + 1] as number) * (scale / x) ** exponent + weight
    sums[at] = x
  } else {
    sums[at + 1] = (sums[at + 1] as number) + weight * (x / scale) ** exponent
  }
}

/** Adds another sum to one. */
export function mergePower(sums: Float64Array, at: number, [scale, sum]: readonly [number, number], exponent: number): void {
  if (Number.isNaN(scale)) addPower(sums, at, 1, Number.NaN, exponent)
  else addPower(sums, at, sum, scale, exponent)
}

/** (Σ / divisor)^(1/m). */
export function powerMean(scale: number, sum: number, divisor: number, exponent: number): number {
  return scale === 0 ? 0 : scale * (sum / divisor) ** (1 / exponent)
}
