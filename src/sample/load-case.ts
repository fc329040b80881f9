import type { SeaState } from './jonswap.js'

/** standard: a moored semi-submersible with a riser; large: an LNG carrier beside a storage barge. */
export type SampleSize = 'standard' | 'large'

export interface LoadCase {
  readonly size: SampleSize
  readonly sea: SeaState
  readonly heading_deg: number
  readonly seed: number
}

const kSeas: Readonly<Record<SampleSize, readonly SeaState[]>> = {
  standard: [
    { significantHeight_m: 3, peakPeriod_s: 9, peakedness: 1.5 },
    { significantHeight_m: 6, peakPeriod_s: 12, peakedness: 2.5 },
    { significantHeight_m: 9, peakPeriod_s: 14, peakedness: 3.3 },
    { significantHeight_m: 12.5, peakPeriod_s: 16, peakedness: 3.3 },
  ],
  large: [
    { significantHeight_m: 1.5, peakPeriod_s: 8, peakedness: 1.5 },
    { significantHeight_m: 2.5, peakPeriod_s: 11, peakedness: 2.5 },
  ],
}
const kHeadings_deg = [180, 135, 90]

/** Load cases in the order of an engineer's matrix: sea state, heading, seed. As many as are asked for; more than the matrix has means more seeds. */
export function loadCases(size: SampleSize, count: number, firstSeed: number): LoadCase[] {
  const combinations = kSeas[size].flatMap((sea) => kHeadings_deg.map((heading_deg) => ({ sea, heading_deg })))
  const seedCount = Math.ceil(count / combinations.length)
  const all = combinations.flatMap(({ sea, heading_deg }) =>
    Array.from({ length: seedCount }, (_, i): LoadCase => ({ size, sea, heading_deg, seed: firstSeed + i })),
  )
  return all.slice(0, count)
}

/** `semi_Hs06.0_Tp12.0_dir135_s01`. */
export function caseName({ size, sea, heading_deg, seed }: LoadCase): string {
  const height = sea.significantHeight_m.toFixed(1).padStart(4, '0')
  const period = sea.peakPeriod_s.toFixed(1).padStart(4, '0')
  const heading = String(heading_deg).padStart(3, '0')
  return `${size === 'standard' ? 'semi' : 'lngc'}_Hs${height}_Tp${period}_dir${heading}_s${String(seed).padStart(2, '0')}`
}
