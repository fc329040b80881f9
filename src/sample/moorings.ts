import type { Motion } from './hull.js'
import { respond, type WaveComponent } from './sea.js'

const kDegrees = 180 / Math.PI
const kSlack_kN = 5

/** A mooring line as a spring that stiffens: T = T0 + k·s + q·s·|s|. */
export interface MooringLine {
  /** Of the line seen from the vessel. */
  readonly azimuth_deg: number
  readonly pretension_kN: number
  readonly stiffness_kN_m: number
  readonly hardening_kN_m2: number
}

/** Tension at the fairlead, kN: the vessel's offset away from the anchor stretches the line; a slack line still carries its own weight. */
export function lineTension_kN(
  { azimuth_deg, pretension_kN, stiffness_kN_m, hardening_kN_m2 }: MooringLine,
  motion: Motion,
): Float64Array {
  const along = Math.cos(azimuth_deg / kDegrees)
  const across = Math.sin(azimuth_deg / kDegrees)
  return motion.surge_m.map((surge_m, i) => {
    const stretch_m = -(along * surge_m + across * (motion.sway_m[i] ?? 0))
    return Math.max(kSlack_kN, pretension_kN + stiffness_kN_m * stretch_m + hardening_kN_m2 * stretch_m * Math.abs(stretch_m))
  })
}

/** A fender between two hulls: pushes while the gap is closed. */
export function fenderForce_kN(gap_m: Float64Array, stiffness_kN_m: number): Float64Array {
  return gap_m.map((gap) => (gap < 0 ? -gap * stiffness_kN_m : 0))
}

/** Tension at the riser's top, kN: its weight and the heave that its tensioner does not take up. */
export function riserTension_kN(motion: Motion): Float64Array {
  return motion.heave_m.map((heave_m, i) => 2400 + 85 * heave_m + 12 * Math.hypot(motion.surge_m[i] ?? 0, motion.sway_m[i] ?? 0))
}

/** Bending moment of the riser, kN·m: the vessel's rotation fades from the flex joint down, the waves with their own depth decay. */
export function riserMoment_kNm(
  sea: readonly WaveComponent[],
  times_s: Float64Array,
  motion: Motion,
  depth_m: number,
): Float64Array {
  const kInertia_kNs2 = 40
  const kFading_m = 45
  const waves_kNm = respond(sea, times_s, (wave) => ({
    gain: kInertia_kNs2 * wave.omega_rad_s ** 2 * Math.exp(-wave.wavenumber_rad_m * depth_m),
    lead_rad: Math.PI / 2,
  }))
  const fading = Math.exp(-depth_m / kFading_m)
  return waves_kNm.map((moment_kNm, i) => moment_kNm + fading * (55 * (motion.pitch_deg[i] ?? 0) + 4 * (motion.surge_m[i] ?? 0)))
}

/**
 * Vertical bending moment of a ship's hull girder, kN·m: largest amidships, nothing at the ends.
 *
 * @param station   from the stern, 0 to 1
 */
export function hullMoment_kNm(
  sea: readonly WaveComponent[],
  times_s: Float64Array,
  length_m: number,
  heading_deg: number,
  station: number,
): Float64Array {
  const shape = 16 * station ** 2 * (1 - station) ** 2
  return respond(sea, times_s, (wave) => {
    const waves = (wave.wavenumber_rad_m * length_m * Math.abs(Math.cos(heading_deg / kDegrees))) / (2 * Math.PI)
    return { gain: 2.2e5 * shape * waves * Math.exp(1 - waves), lead_rad: 2 * Math.PI * waves * (station - 0.5) }
  })
}
