// A load rose of 36 angles over two channels, with moments and six damage-equivalent loads of every angle.
import { join } from 'node:path'
import { writePair } from '../data/npy.mjs'
import { smooth, whiteNoise } from '../data/series.mjs'
import { missing, startPeer } from '../peer-programs.mjs'
import { within } from '../same.mjs'
import { samplesRate } from './columns.mjs'

const angles = 36
const kinds = [
  { name: 'smooth', make: (count) => [smooth(count), smooth(count + 777).subarray(777)] },
  { name: 'white noise', make: (count) => [whiteNoise(count, 1), whiteNoise(count, 2)] },
]
const peers = [
  { name: 'a C++ loop for this machine', target: 0.8, start: (path, native) => native('rose_by_hand', [path]) },
  { name: 'a Numba loop', target: 1, needs: 'numba', start: (path) => startPeer('numba', 'rose_numba.py', [path]) },
  { name: 'NumPy', target: 20, needs: 'numpy', start: (path) => startPeer('numpy', 'rose_numpy.py', [path]) },
]

export async function rose({ folder, native, rounds, isQuick, compare, skip }) {
  const count = isQuick ? 12_001 : 120_001
  for (const { name, make } of kinds) {
    const path = join(folder, `rose-${name.replace(' ', '-')}.npy`)
    writePair(path, make(count))
    const program = native('rose', [path])
    for (const peer of peers) {
      const why = peer.needs && missing(peer.needs)
      if (why) {
        skip(`load rose, ${name}, against ${peer.name}`, why)
        continue
      }
      const other = peer.start(path, native)
      for (const [what, label] of [
        ['loads', 'moments and six loads'],
        ['moments', 'moments alone'],
      ])
        await compare({
          name: `load rose, ${angles} angles, ${name}, ${label}`,
          peer: peer.name,
          work: `${count} samples of two columns, one thread, the file cached; values alike to 1e-9`,
          target: what === 'loads' ? peer.target : undefined,
          rate: samplesRate(angles * count),
          run: { ours: () => program.ask(what), peer: () => other.ask(what), rounds, check: within(1e-9, 1) },
        })
      await other.close()
    }
    await program.close()
  }
}
