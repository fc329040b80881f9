import { jonswapShape, type SeaState } from './jonswap.js'
import { seededRandom } from './random.js'

const kGravity_m_s2 = 9.81
const kLowest_rad_s = 0.2
const kHighest_rad_s = 2.5
const kMostWaves = 300
const kAnchor = 512

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
  const omegas = frequencies(duration_s, random)
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

/** A long record would have thousands of harmonics: it has a few hundred waves, each at a random place in its part, so that the sea never repeats. */
function frequencies(duration_s: number, random: () => number): number[] {
  const harmonic_rad_s = (2 * Math.PI) / duration_s
  const first = Math.ceil(kLowest_rad_s / harmonic_rad_s)
  const count = Math.floor(kHighest_rad_s / harmonic_rad_s) - first + 1
  if (count <= kMostWaves) return Array.from({ length: count }, (_, k) => (first + k) * harmonic_rad_s)
  const part_rad_s = (kHighest_rad_s - kLowest_rad_s) / kMostWaves
  return Array.from({ length: kMostWaves }, (_, k) => kLowest_rad_s + (k + random()) * part_rad_s)
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
    addWave(history, times_s, amplitude, wave.omega_rad_s, wave.phase_rad + lead_rad)
  }
  return history
}

/** A cosine by turning a pointer from step to step of uniform times. Set anew every so many steps, it is right to 1e-12 of the amplitude. */
function addWave(history: Float64Array, times_s: Float64Array, amplitude: number, omega_rad_s: number, phase_rad: number): void {
  const step_rad = omega_rad_s * ((times_s[1] ?? 0) - (times_s[0] ?? 0))
  const turnCos = Math.cos(step_rad)
  const turnSin = Math.sin(step_rad)
  for (let from = 0; from < history.length; from += kAnchor) {
    const angle_rad = omega_rad_s * (times_s[from] ?? 0) + phase_rad
    let real = amplitude * Math.cos(angle_rad)
    let imaginary = amplitude * Math.sin(angle_rad)
    const end = Math.min(from + kAnchor, history.length)
    for (let i = from; i < end; ++i) {
      history[i] = (history[i] as number) + real
      const turned = real * turnCos - imaginary * turnSin
      imaginary = real * turnSin + imaginary * turnCos
      real = turned
    }
  }
}
