/** Uniform numbers in [0, 1), the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let z = Math.imul(state ^ (state >>> 15), state | 1)
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61)
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32
  }
}

export function whiteNoise(count: number, seed: number, mean = 0, spread = 1): Float64Array {
  const uniform = randomNumbers(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return Float64Array.from({ length: count }, () => mean + spread * normal())
}

export function randomWalk(count: number, seed: number): Float64Array {
  let at = 0
  return whiteNoise(count, seed).map((step) => {
    at += step
    return at
  })
}

/** A slow wave with a fast one on it, as most of a simulation's channels are. */
export function waves(count: number, seed: number): Float64Array {
  const noise = whiteNoise(count, seed)
  return noise.map((x, i) => 40 * Math.sin(i / 37) + 9 * Math.sin(i / 3.3) + 0.5 * x)
}
