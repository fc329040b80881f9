import { jonswapShape, type SeaState } from './jonswap.js'
import { seededRandom } from './random.js'

const kGravity_m_s2 = 9.81
const kLowest_rad_s = 0.2
const kHighest_rad_s = 2.5

/** A long-crested Airy wave in deep water. */
export interface WaveComponent {
  omega_rad_s: number
  /** k = ω²/g. */
  wavenumber_rad_m: number
  amplitude_m: number
  phase_rad: number
}

/** What a linear system makes of a unit wave of this frequency: amplitude ratio and phase lead. */
export interface Response {
  gain: number
  lead_rad: number
}

/**
 * An irregular sea as a sum of waves with random phases.
 *
 * The frequencies are harmonics of the record: over the whole record the waves are orthogonal, so that four standard
 * deviations of the elevation are the significant height itself, not an estimate of it.
 *
 * @param duration_s   of the record; sets the distance of the frequencies
 * @param seed         of the phases
 */
export function irregularSea(sea: SeaState, duration_s: number, seed: number): WaveComponent[] {
  const random = seededRandom(seed)
  const step_rad_s = (2 * Math.PI) / duration_s
  const omegas: number[] = []
  for (let k = Math.ceil(kLowest_rad_s / step_rad_s); k * step_rad_s <= kHighest_rad_s; ++k) omegas.push(k * step_rad_s)
  const shapes = omegas.map((omega) => jonswapShape(omega, sea))
  const variance_m2 = (sea.significantHeight_m / 4) ** 2
  const variancePerShape = variance_m2 / shapes.reduce((sum, shape) => sum + shape, 0)
  return omegas.map((omega_rad_s, i) => ({
    omega_rad_s,
    wavenumber_rad_m: omega_rad_s ** 2 / kGravity_m_s2,
    amplitude_m: Math.sqrt(2 * (shapes[i] ?? 0) * variancePerShape),
    phase_rad: 2 * Math.PI * random(),
  }))
}

/**
 * The time history of a linear response to the sea.
 *
 * @param times_s    shape (n)
 * @param response   of one component; by default the elevation itself
 * @returns          shape (n), metres times the unit of the gain
 * @cost             O(n · components)
 */
export function respond(
  sea: readonly WaveComponent[],
  times_s: Float64Array,
  response: (wave: WaveComponent) => Response = () => ({ gain: 1, lead_rad: 0 }),
): Float64Array {
  const history = new Float64Array(times_s.length)
  for (const wave of sea) {
    const { gain, lead_rad } = response(wave)
    const amplitude = wave.amplitude_m * gain
    for (let i = 0; i < times_s.length; ++i) {
      history[i] = (history[i] ?? 0) + amplitude * Math.cos(wave.omega_rad_s * (times_s[i] ?? 0) + wave.phase_rad + lead_rad)
    }
  }
  return history
}
