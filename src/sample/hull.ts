import { drift, harmonicResponse, type Oscillator } from './oscillator.js'
import { type Response, respond, type WaveComponent } from './sea.js'

/** What a floating body is, as far as its answer to waves goes. */
export interface Hull {
  readonly length_m: number
  readonly draught_m: number
  /** Part of the plan area that pierces the surface: what the waves push at. */
  readonly waterplane: number
  readonly heave: Oscillator
  readonly roll: Oscillator
  readonly pitch: Oscillator
  /** In its mooring. */
  readonly slowSurge: Oscillator
  readonly slowSway: Oscillator
  /** Mean wave drift: metres of static offset per square metre of wave amplitude. */
  readonly driftOffset_per_m: number
}

/** Six degrees of freedom, shape (n) each. */
export interface Motion {
  readonly surge_m: Float64Array
  readonly sway_m: Float64Array
  readonly heave_m: Float64Array
  readonly roll_deg: Float64Array
  readonly pitch_deg: Float64Array
  readonly yaw_deg: Float64Array
}

export const semiSubmersible: Hull = {
  length_m: 90,
  draught_m: 20,
  waterplane: 0.45,
  heave: { naturalPeriod_s: 21, damping: 0.12 },
  roll: { naturalPeriod_s: 32, damping: 0.08 },
  pitch: { naturalPeriod_s: 30, damping: 0.08 },
  slowSurge: { naturalPeriod_s: 110, damping: 0.1 },
  slowSway: { naturalPeriod_s: 120, damping: 0.1 },
  driftOffset_per_m: 0.25,
}

export const lngCarrier: Hull = {
  length_m: 275,
  draught_m: 11,
  waterplane: 0.9,
  heave: { naturalPeriod_s: 9.5, damping: 0.3 },
  roll: { naturalPeriod_s: 14, damping: 0.05 },
  pitch: { naturalPeriod_s: 9, damping: 0.3 },
  slowSurge: { naturalPeriod_s: 90, damping: 0.05 },
  slowSway: { naturalPeriod_s: 70, damping: 0.06 },
  driftOffset_per_m: 0.15,
}

export const storageBarge: Hull = {
  length_m: 320,
  draught_m: 16,
  waterplane: 0.95,
  heave: { naturalPeriod_s: 11, damping: 0.3 },
  roll: { naturalPeriod_s: 17, damping: 0.06 },
  pitch: { naturalPeriod_s: 11, damping: 0.3 },
  slowSurge: { naturalPeriod_s: 160, damping: 0.08 },
  slowSway: { naturalPeriod_s: 150, damping: 0.08 },
  driftOffset_per_m: 0.25,
}

const kDegrees = 180 / Math.PI

/**
 * The motion of a hull in a long-crested sea: waves through its response amplitude operators, and slow drift.
 *
 * The pressure at the keel is the surface's times exp(-k·draught); over the length it averages to sin(a)/a, a = k·L·cos(β)/2. Heave, roll and pitch answer it
 * as damped oscillators; surge and sway move with the water.
 *
 * @param heading_deg   where the waves go, 0 along the hull from astern, 90 across it
 */
export function hullMotion(
  hull: Hull,
  sea: readonly WaveComponent[],
  times_s: Float64Array,
  step_s: number,
  heading_deg: number,
): Motion {
  const along = whole(Math.cos(heading_deg / kDegrees))
  const across = whole(Math.sin(heading_deg / kDegrees))
  const force = (wave: WaveComponent) =>
    Math.exp(-wave.wavenumber_rad_m * hull.draught_m) * average(0.5 * wave.wavenumber_rad_m * hull.length_m * along)
  const slope_deg = (wave: WaveComponent) => wave.wavenumber_rad_m * kDegrees * force(wave)
  const answer = (gain: (wave: WaveComponent) => number, oscillator: Oscillator) =>
    respond(sea, times_s, (wave) => excited(oscillator, wave, gain(wave)))
  const moved = (gain: number) => respond(sea, times_s, (wave) => ({ gain: gain * force(wave), lead_rad: Math.PI / 2 }))
  const offset_m = driftOffset(hull, sea, times_s)
  return {
    surge_m: sum(moved(along), scaled(drift(hull.slowSurge, offset_m, step_s), along)),
    sway_m: sum(moved(across), scaled(drift(hull.slowSway, offset_m, step_s), across)),
    heave_m: answer((wave) => hull.waterplane * force(wave), hull.heave),
    roll_deg: answer((wave) => across * slope_deg(wave), hull.roll),
    pitch_deg: answer((wave) => along * slope_deg(wave), hull.pitch),
    yaw_deg: respond(sea, times_s, (wave) => ({
      gain: 0.3 * Math.sin((2 * heading_deg) / kDegrees) * slope_deg(wave),
      lead_rad: 0,
    })),
  }
}

/**
 * The slow drift force follows the square of the wave envelope.
 *
 * @reference   Newman (1974), second-order slowly-varying forces; a constant transfer function stands for its diagonal
 */
function driftOffset(hull: Hull, sea: readonly WaveComponent[], times_s: Float64Array): Float64Array {
  const elevation_m = respond(sea, times_s)
  const quadrature_m = respond(sea, times_s, () => ({ gain: 1, lead_rad: -Math.PI / 2 }))
  return elevation_m.map((eta_m, i) => hull.driftOffset_per_m * (eta_m ** 2 + (quadrature_m[i] ?? 0) ** 2))
}

function excited(oscillator: Oscillator, wave: WaveComponent, force: number): Response {
  const { gain, lead_rad } = harmonicResponse(oscillator, wave.omega_rad_s)
  return { gain: gain * force, lead_rad }
}

/** Waves from ahead push nothing sideways, not even by a rounding. */
function whole(part: number): number {
  return Math.abs(part) < 1e-12 ? 0 : part
}

/** sin(a)/a. */
function average(a: number): number {
  return Math.abs(a) < 1e-6 ? 1 : Math.sin(a) / a
}

function sum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value + (b[i] ?? 0))
}

function scaled(a: Float64Array, factor: number): Float64Array {
  return a.map((value) => factor * value)
}
