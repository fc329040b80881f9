import { describe, expect, it } from 'vitest'
import { fitExtremes } from '../../src/run/fit-extremes.js'
import { askPython, whyNoPython } from '../support/python-with-scipy.js'
import { randomNumbers } from '../support/random-series.js'

// SciPy on the same arrays. Its searches stop early, so what is compared is the likelihood (ours may be the larger), then the parameters as far as SciPy has them.

const kScipy = `
import json, sys
import numpy as np
from scipy import stats
ask = json.load(sys.stdin)
x = np.array(ask['values'])
start = ask['start']
def log_likelihood(d, p): return float(np.sum(d.logpdf(x, *p)))
answer = {}
if ask['distribution'] == 'gumbel':
    p = stats.gumbel_r.fit(x); d = stats.gumbel_r
    answer['moments'] = stats.gumbel_r.fit(x, method='MM')
elif ask['distribution'] == 'weibull':
    p = stats.weibull_min.fit(x, floc=start); d = stats.weibull_min
else:
    p = stats.genpareto.fit(x, floc=start); d = stats.genpareto
answer['parameters'] = p
answer['logLikelihood'] = log_likelihood(d, p)
answer['oursThere'] = log_likelihood(d, ask['ours'])
answer['level'] = float(d.isf(ask['exceedance'], *ask['ours']))
print(json.dumps(answer))
`

interface Answer {
  parameters: number[]
  logLikelihood: number
  oursThere: number
  level: number
  moments?: number[]
}

const why = whyNoPython()
if (why) console.warn(`fits against SciPy: skipped, ${why}`)

const inverse = {
  gumbel: (q: number) => 30 - 4 * Math.log(-Math.log1p(-q)),
  weibull: (q: number) => 5 + 3 * (-Math.log(q)) ** (1 / 1.7),
  gpd: (q: number) => 7 + (2 / 0.12) * Math.expm1(-0.12 * Math.log(q)),
}
const start = { gumbel: 0, weibull: 5, gpd: 7 }

describe.skipIf(why)('fits: maximum likelihood is SciPy’s, or better', () => {
  for (const distribution of ['gumbel', 'weibull', 'gpd'] as const) {
    for (const count of [25, 60, 500]) {
      it(`${distribution}, ${count} values`, () => {
        const uniform = randomNumbers(count + 2)
        const values = Array.from({ length: count }, () => inverse[distribution](1 - uniform()))
        const valuesInStorm = 700
        const fit = fitExtremes(values, { distribution, location: start[distribution], valuesInStorm, risk: 0.05 })
        expect(fit.verdict).toBe('ok')
        const { location, scale, shape } = fit
        const ours = shape === null ? [location, scale] : [shape, location, scale]
        const exceedance =
          distribution === 'gpd' ? -Math.log1p(-0.05) / valuesInStorm : -Math.expm1(Math.log1p(-0.05) / valuesInStorm)
        const question = { values, distribution, start: start[distribution], ours, exceedance }
        const scipy = askPython(kScipy, question) as Answer
        expect(Math.abs((fit.logLikelihood ?? 0) - scipy.oursThere)).toBeLessThan(1e-11 * Math.abs(scipy.oursThere))
        expect(scipy.oursThere).toBeGreaterThanOrEqual(scipy.logLikelihood - 1e-9 * count)
        for (const [i, parameter] of scipy.parameters.entries())
          expect(Math.abs((ours[i] ?? 0) - parameter)).toBeLessThan(2e-3 * Math.max(1, Math.abs(parameter)))
        expect(Math.abs((fit.level ?? 0) - scipy.level)).toBeLessThan(1e-9 * Math.abs(scipy.level))
        if (scipy.moments) {
          const moments = fitExtremes(values, { method: 'moments' })
          expect(moments.scale).toBeCloseTo(scipy.moments[1] ?? 0, 2) // its own search for them stops early
        }
      })
    }
  }
})
