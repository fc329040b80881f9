// Row 2: six damage-equivalent loads against a loop written with Numba.
import { smooth, whiteNoise } from '../data/series.mjs'
import { missing, startPeer } from '../peer-programs.mjs'
import { within } from '../same.mjs'
import { sampleCountOf, samplesRate, writeSeries } from './columns.mjs'

const kinds = [
  { name: 'smooth', make: smooth, target: 1.3 },
  { name: 'white noise', make: whiteNoise, target: 2 },
]

export async function rainflow({ folder, native, rounds, isQuick, compare, skip }) {
  const why = missing('numba')
  if (why) return skip('rainflow, six exponents', why)
  const count = sampleCountOf(isQuick)
  for (const { name, make, target } of kinds) {
    const path = writeSeries(folder, name.replace(' ', '-'), make(count))
    const program = native('kernels', [path])
    const numba = startPeer('numba', 'rainflow_numba.py', [path])
    const common = {
      peer: 'a Numba loop',
      work: `${count} samples in memory, exponents 3 4 5 6 8 10, one thread, compiled before; loads alike to 1e-9`,
      rate: samplesRate(count),
    }
    const against = (what) => ({ ours: () => program.ask(what), peer: () => numba.ask('run'), rounds, check: within(1e-9) })
    await compare({ ...common, name: `rainflow, six exponents, ${name}`, target, run: against('reversals') })
    await compare({ ...common, name: `  and the summary sweep before it, ${name}`, run: against('rainflow') })
    await program.close()
    await numba.close()
  }
}
