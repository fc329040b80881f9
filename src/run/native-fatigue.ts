import type { NativeFatigue } from '../addon/native.js'
import type { ChannelFatigue, FatigueSettings, OwnCurve } from '../contract/fatigue.js'

const kReferenceThickness_mm = 25
const kEquivalent = { T: 'duration', 'T+dt': 'durationAndStep' } as const

/** The settings as the core takes them: numbers alone, every default filled in, the settings of each channel whole. */
export function nativeFatigue(settings: FatigueSettings, curves: readonly OwnCurve[]): NativeFatigue {
  const {
    residue = 'half',
    equivalent_cycles = 'T',
    bin_value = 'middle',
    channels = {},
    matrices = [],
    matrix_bins = 64,
  } = settings
  const isGiven = typeof equivalent_cycles === 'number'
  const rules = Object.values(channels).map((own) => ({ ...settings, ...own }))
  return {
    residue,
    equivalent: isGiven ? 'given' : kEquivalent[equivalent_cycles],
    equivalentCycles: isGiven ? equivalent_cycles : 0,
    areBinsUpper: bin_value === 'upper',
    curves: Float64Array.from(curves.flatMap(curveNumbers)),
    patterns: Object.keys(channels),
    settings: Float64Array.from([settings, ...rules].flatMap(channelNumbers)),
    hasRangeMean: matrices.includes('range_mean'),
    hasFromTo: matrices.includes('from_to'),
    matrixBins: matrix_bins,
  }
}

/** The gate of a racetrack filter: a number in the channel's unit, or `5%` of its range. */
export function gateOf(racetrack: number | string = 0): { gate: number; isGateRelative: boolean } {
  if (typeof racetrack === 'number') return { gate: racetrack, isGateRelative: false }
  return { gate: Number.parseFloat(racetrack) / 100, isGateRelative: true }
}

function curveNumbers({ m1, log_a1, m2, log_a2, thickness_exponent, reference_thickness }: OwnCurve): number[] {
  return [m1, log_a1, m2 ?? 0, log_a2 ?? 0, thickness_exponent ?? 0, reference_thickness ?? kReferenceThickness_mm]
}

function channelNumbers(own: ChannelFatigue): number[] {
  const { stress_per_unit = 1, scf = 1, thickness = 0, thickness_exponent = -1, goodman, racetrack, bins = 0 } = own
  const { gate, isGateRelative } = gateOf(racetrack)
  return [
    stress_per_unit * scf,
    thickness,
    thickness_exponent,
    goodman?.ultimate ?? Number.POSITIVE_INFINITY,
    goodman?.mean ?? 0,
    gate,
    isGateRelative ? 1 : 0,
    typeof bins === 'number' ? 0 : bins.width,
    typeof bins === 'number' ? bins : 0,
  ]
}
