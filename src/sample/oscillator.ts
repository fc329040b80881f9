import type { Response } from './sea.js'

export interface Oscillator {
  naturalPeriod_s: number
  /** Fraction of the critical damping. */
  damping: number
}

/** Steady response of the oscillator to a unit harmonic force, relative to its static displacement. */
export function harmonicResponse(oscillator: Oscillator, omega_rad_s: number): Response {
  const ratio = (omega_rad_s * oscillator.naturalPeriod_s) / (2 * Math.PI)
  const real = 1 - ratio ** 2
  const imaginary = 2 * oscillator.damping * ratio
  return { gain: 1 / Math.hypot(real, imaginary), lead_rad: -Math.atan2(imaginary, real) }
}

/**
 * Displacement under a slowly varying force, by the semi-implicit Euler rule: stable while the step is far below the period.
 *
 * @param staticOffset_m   shape (n): where each moment's force would hold the body at rest
 * @returns                shape (n), from rest at the mean offset
 */
export function drift(oscillator: Oscillator, staticOffset_m: Float64Array, step_s: number): Float64Array {
  const omega_rad_s = (2 * Math.PI) / oscillator.naturalPeriod_s
  let position_m = staticOffset_m.reduce((sum, offset_m) => sum + offset_m, 0) / staticOffset_m.length
  let speed_m_s = 0
  return staticOffset_m.map((offset_m) => {
    const here_m = position_m
    speed_m_s += step_s * (omega_rad_s ** 2 * (offset_m - here_m) - 2 * oscillator.damping * omega_rad_s * speed_m_s)
    position_m += step_s * speed_m_s
    return here_m
  })
}
