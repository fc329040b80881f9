import { respond, type WaveComponent } from './sea.js'
import type { VesselMotion } from './vessel.js'

const kFairleadArm_m = 15
/** Inertia load per unit of water acceleration, as a bending moment. */
const kInertia_kNs2 = 40

/**
 * Tension at a fairlead: pretension and a stiffness that grows as the catenary straightens.
 *
 * @param heading   +1 for a line that the mean drift stretches, -1 for one that it slackens
 * @returns         shape (n), kN
 */
export function fairleadTension_kN(motion: VesselMotion, heading: 1 | -1): Float64Array {
  return motion.surge_m.map((surge_m, i) => {
    const stretch_m = heading * (surge_m + kFairleadArm_m * radians(motion.pitch_deg[i] ?? 0))
    return 1200 + 38 * stretch_m + 1.6 * stretch_m * Math.abs(stretch_m)
  })
}

/** Tension at the riser's top, kN: its weight and the heave that its tensioner does not take up. */
export function riserTopTension_kN(motion: VesselMotion): Float64Array {
  return motion.heave_m.map((heave_m, i) => 2400 + 85 * heave_m + 12 * Math.abs(motion.surge_m[i] ?? 0))
}

/**
 * Bending moment of the riser: the vessel's rotation fades from the flex joint down, the waves with their own depth decay.
 *
 * @param depth_m   of the position along the riser, from the surface
 * @returns         shape (n), kN·m
 */
export function riserBending_kNm(
  sea: readonly WaveComponent[],
  times_s: Float64Array,
  motion: VesselMotion,
  depth_m: number,
): Float64Array {
  const waveLoad = respond(sea, times_s, (wave) => ({
    gain: kInertia_kNs2 * wave.omega_rad_s ** 2 * Math.exp(-wave.wavenumber_rad_m * depth_m),
    lead_rad: Math.PI / 2,
  }))
  const fading = Math.exp(-depth_m / 45)
  return waveLoad.map((load_kNm, i) => load_kNm + fading * (55 * (motion.pitch_deg[i] ?? 0) + 4 * (motion.surge_m[i] ?? 0)))
}

function radians(angle_deg: number): number {
  return (angle_deg * Math.PI) / 180
}
