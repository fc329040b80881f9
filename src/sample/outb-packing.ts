const kLowest = -32768
const kHighest = 32767
const kSpan = 65535
/** What Fortran's SQRT(EPSILON(1.0_SiKi)) gives: stands for the range of a channel that has none. */
const kConstantRange = Math.fround(Math.sqrt(2 ** -23))

/** A channel as int16: x = (q - offset) / scale. */
export interface PackedChannel {
  scale: number
  offset: number
  samples: Int16Array
}

/**
 * Packs a channel as OpenFAST does: its range fills the 16 bits, scale and offset are single precision.
 *
 * @param samples   shape (n), n > 0, finite
 * @reference       OpenFAST, NWTC_IO.f90, WrBinFAST
 */
export function packChannel(samples: Float64Array): PackedChannel {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (const sample of samples) {
    min = Math.min(min, sample)
    max = Math.max(max, sample)
  }
  const scale = Math.fround(kSpan / (max > min ? max - min : kConstantRange))
  const offset = Math.fround(kLowest - min * scale)
  // The single-precision offset can push the ends over the edge by a step or two.
  const pack = (sample: number) => Math.min(kHighest, Math.max(kLowest, Math.round(sample * scale + offset)))
  return { scale, offset, samples: Int16Array.from(samples, pack) }
}
