// Row 4: Welch spectra against SciPy's.
import { whiteNoise } from '../data/series.mjs'
import { missing, startPeer } from '../peer-programs.mjs'
import { within } from '../same.mjs'
import { samplesRate, writeSeries } from './columns.mjs'

const segments = [1024, 4096, 4000, 32768]

export async function spectra({ folder, native, rounds, isQuick, compare, skip }) {
  const why = missing('scipy')
  if (why) return skip('Welch spectra', why)
  const count = isQuick ? 500_000 : 2_000_000
  const path = writeSeries(folder, 'spectra', whiteNoise(count))
  const program = native('kernels', [path])
  const scipy = startPeer('scipy', 'scipy_welch.py', [path])
  for (const segment of segments) {
    await compare({
      name: `Welch spectrum, segments of ${segment}`,
      peer: 'scipy.signal.welch',
      work: `${count} samples in memory, Hann, half overlapping, one thread, the summary sweep included; moments alike to 1e-9`,
      target: 1.7,
      rate: samplesRate(count),
      run: {
        ours: () => program.ask(`spectrum ${segment}`),
        peer: () => scipy.ask(String(segment)),
        rounds,
        check: within(1e-9),
      },
    })
  }
  await program.close()
  await scipy.close()
}
