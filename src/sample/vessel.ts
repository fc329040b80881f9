import { drift, harmonicResponse, type Oscillator } from './oscillator.js'
import { respond, type WaveComponent } from './sea.js'

const kDraught_m = 20
const kHeave: Oscillator = { naturalPeriod_s: 18, damping: 0.12 }
const kPitch: Oscillator = { naturalPeriod_s: 25, damping: 0.08 }
const kSlowSurge: Oscillator = { naturalPeriod_s: 110, damping: 0.1 }
/** Mean wave drift: metres of static offset per square metre of wave amplitude. */
const kDriftOffset_per_m = 0.9

export interface VesselMotion {
  surge_m: Float64Array
  heave_m: Float64Array
  pitch_deg: Float64Array
}

/** Motion of a moored semi-submersible: wave-frequency response in three degrees of freedom and slow drift in surge. */
export function vesselMotion(sea: readonly WaveComponent[], times_s: Float64Array, step_s: number): VesselMotion {
  const slowSurge_m = drift(kSlowSurge, driftOffset(sea, times_s), step_s)
  const waveSurge_m = respond(sea, times_s, (wave) => ({ gain: depthDecay(wave), lead_rad: Math.PI / 2 }))
  return {
    surge_m: slowSurge_m.map((slow_m, i) => slow_m + (waveSurge_m[i] ?? 0)),
    heave_m: respond(sea, times_s, (wave) => excite(kHeave, wave, depthDecay(wave))),
    pitch_deg: respond(sea, times_s, (wave) => excite(kPitch, wave, slope_deg_per_m(wave) * depthDecay(wave))),
  }
}

/** The wave pressure at the pontoons is the surface's, reduced by exp(-k·draught) (Smith effect). */
function depthDecay(wave: WaveComponent): number {
  return Math.exp(-wave.wavenumber_rad_m * kDraught_m)
}

function slope_deg_per_m(wave: WaveComponent): number {
  return (wave.wavenumber_rad_m * 180) / Math.PI
}

function excite(oscillator: Oscillator, wave: WaveComponent, force: number) {
  const response = harmonicResponse(oscillator, wave.omega_rad_s)
  return { gain: response.gain * force, lead_rad: response.lead_rad }
}

/**
 * The slow drift force follows the square of the wave envelope.
 *
 * @reference   Newman (1974), second-order slowly-varying forces; a constant transfer function stands for its diagonal
 */
function driftOffset(sea: readonly WaveComponent[], times_s: Float64Array): Float64Array {
  const elevation_m = respond(sea, times_s)
  const quadrature_m = respond(sea, times_s, () => ({ gain: 1, lead_rad: -Math.PI / 2 }))
  return elevation_m.map((eta_m, i) => kDriftOffset_per_m * (eta_m ** 2 + (quadrature_m[i] ?? 0) ** 2))
}
