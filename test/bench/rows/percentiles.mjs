// Row 3: five exact percentiles against np.percentile.
import { quantised, smooth, whiteNoise } from '../data/series.mjs'
import { missing, startPeer } from '../peer-programs.mjs'
import { exactly } from '../same.mjs'
import { sampleCountOf, samplesRate, writeSeries } from './columns.mjs'

const kinds = [
  { name: 'white noise', make: whiteNoise },
  { name: 'smooth', make: smooth },
  { name: 'quantised', make: (count) => quantised(smooth(count)) },
]

export async function percentiles({ folder, native, rounds, isQuick, compare, skip }) {
  const why = missing('numpy')
  if (why) return skip('five exact percentiles', why)
  const count = sampleCountOf(isQuick)
  for (const { name, make } of kinds) {
    const path = writeSeries(folder, `percentiles-${name.replace(' ', '-')}`, make(count))
    const program = native('kernels', [path])
    const numpy = startPeer('numpy', 'numpy_percentiles.py', [path])
    await compare({
      name: `five exact percentiles, ${name}`,
      peer: 'np.percentile',
      work: `${count} samples in memory, percents 1 5 50 95 99, one thread, the summary sweep included; values alike to the bit`,
      target: 4,
      rate: samplesRate(count),
      run: { ours: () => program.ask('percentiles'), peer: () => numpy.ask('run'), rounds, check: exactly },
    })
    await program.close()
    await numpy.close()
  }
}
