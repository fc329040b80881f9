// Fits of extremes against SciPy's, by maximum likelihood. SciPy gives parameters alone; a row with intervals is there too, more work on our side.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missing, startPeer } from '../peer-programs.mjs'
import { within } from '../same.mjs'

const kCounts = [60, 600]
const kAlike = within(5e-3) // SciPy's searches stop early

/** Quantiles of each distribution, out of order: (i · 0.618…) mod 1 takes each place about once. */
const inverses = {
  gumbel: (q) => 30 - 4 * Math.log(-Math.log(q)),
  weibull: (q) => 3 * (-Math.log(q)) ** (1 / 1.7),
  gpd: (q) => (2 / 0.12) * Math.expm1(-0.12 * Math.log(q)),
}

const fitsRate = (seconds) => `${(1 / seconds / 1000).toFixed(1)} k/s`

export async function fits({ folder, native, rounds, compare, skip }) {
  const why = missing('scipy')
  if (why) return skip('fits of extremes', why)
  for (const [name, inverse] of Object.entries(inverses)) {
    for (const count of kCounts) {
      const path = join(folder, `fits-${name}-${count}.txt`)
      const values = Array.from({ length: count }, (_, i) => inverse(((i + 0.5) * 0.6180339887498949) % 1))
      writeFileSync(path, `${values.join('\n')}\n`)
      const program = native('fits', [path])
      const scipy = startPeer('scipy', 'scipy_fits.py', [path])
      for (const suffix of ['', '-interval']) {
        await compare({
          name: `${name} fit${suffix ? ' and interval' : ''}, ${count} values`,
          peer: 'scipy.stats fit',
          work: `${count} values, maximum likelihood${suffix ? '; with the level’s profile interval here, without there' : ''}; parameters alike to 5e-3`,
          target: suffix ? undefined : 20,
          rate: fitsRate,
          run: { ours: () => program.ask(name + suffix), peer: () => scipy.ask(name), rounds, check: kAlike },
        })
      }
      await program.close()
      await scipy.close()
    }
  }
}
