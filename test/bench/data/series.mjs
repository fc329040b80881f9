// Series to compute on. The same numbers on every machine and in every run.

/** Uniform numbers in (0, 1) from a 32-bit xorshift: good enough for noise, and the same everywhere. */
function uniform(seed) {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return ((state >>> 0) + 0.5) / 2 ** 32
  }
}

/** Normal white noise: two of three samples are turning points. */
export function whiteNoise(count, seed = 1) {
  const next = uniform(seed)
  const samples = new Float64Array(count)
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(next()))
    const angle = 2 * Math.PI * next()
    samples[i] = radius * Math.cos(angle)
    if (i + 1 < count) samples[i + 1] = radius * Math.sin(angle)
  }
  return samples
}

/** A few sines of about 100 samples' period on a slow drift, as simulated motions and tensions are. */
export function smooth(count) {
  const samples = new Float64Array(count)
  for (let i = 0; i < count; ++i) {
    const t = 2 * Math.PI * i
    samples[i] = Math.sin(t / 100) + 0.3 * Math.sin(t / 67.3 + 1) + 0.2 * Math.sin(t / 141.7 + 2) + 0.5 * Math.sin(t / 100_003)
  }
  return samples
}

/** As a 16-bit file gives it back: a few thousand distinct values, so samples are equal by the thousand. */
export function quantised(samples) {
  return samples.map((sample) => Math.round(sample * 2000) / 2000)
}
