import { afterAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.js'
import { npyFile } from '../support/npy-file.js'
import { askPython, whyNoPython } from '../support/python-with-scipy.js'
import { randomWalk, waves, whiteNoise } from '../support/random-series.js'
import { rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'

// Derived channels against NumPy and SciPy on the same arrays: what an expression says, and the same in Python.
const pairs: readonly (readonly [string, string])[] = [
  ['hypot(col0, col1)', 'np.hypot(x, y)'],
  ['cos(30deg)*col0 + sin(30deg)*col1', 'np.cos(np.deg2rad(30))*x + np.sin(np.deg2rad(30))*y'],
  ['col0 - col1/3 + 2', 'x - y/3 + 2'],
  ['abs(col0)^1.5*sign(col1)', 'np.abs(x)**1.5*np.sign(y)'],
  ['min(col0, col1, 0.25) - max(col2, -1)', 'np.minimum(np.minimum(x, y), 0.25) - np.maximum(z, -1)'],
  ['clamp(col0, -0.5, 0.5)', 'np.clip(x, -0.5, 0.5)'],
  ['in(atan2(col0, col1), "deg")', 'np.rad2deg(np.arctan2(x, y))'],
  ['exp(-col0^2/2)*sin(2*pi*col1)', 'np.exp(-x**2/2)*np.sin(2*np.pi*y)'],
  ['log(abs(col0) + 1) + log10(abs(col1) + 1)', 'np.log(np.abs(x) + 1) + np.log10(np.abs(y) + 1)'],
  ['sqrt(abs(col0*col1)) - tan(col2/10)', 'np.sqrt(np.abs(x*y)) - np.tan(z/10)'],
  [
    'asin(clamp(col0, -1, 1)) + acos(clamp(col1, -1, 1)) + atan(col2)',
    'np.arcsin(np.clip(x, -1, 1)) + np.arccos(np.clip(y, -1, 1)) + np.arctan(z)',
  ],
  ['derivative(col0)', 'np.gradient(x, dt)'],
  ['derivative(derivative(col0))*col1', 'np.gradient(np.gradient(x, dt), dt)*y'],
  ['integral(col0)', 'cumulative_trapezoid(x, dx=dt, initial=0)'],
  ['derivative(integral(col1))', 'np.gradient(cumulative_trapezoid(y, dx=dt, initial=0), dt)'],
]
const names = ['min', 'max', 'mean', 'std'] as const
const program = `
import json, sys
import numpy as np
from scipy.integrate import cumulative_trapezoid
question = json.load(sys.stdin)
x, y, z = (np.array(c) for c in question['columns'])
dt = question['step_s']
values = [eval(line) for line in question['lines']]
json.dump([[float(f(v)) for f in (np.min, np.max, np.mean, np.std)] for v in values], sys.stdout)
`

const why = whyNoPython()
const step_s = 0.05

describe.skipIf(why !== undefined)(`derived channels against NumPy${why ? ` (skipped: ${why})` : ''}`, () => {
  const files = temporaryFolder()
  const engine = createEngine({ lanes: 2, timeStep_s: step_s })
  afterAll(() => engine.close())

  test.each([2, 2048, 2049, 10_007])('%i samples', async (count) => {
    const columns = [whiteNoise(count, 1), waves(count, 2), randomWalk(count, 3)]
    const path = files.write(`${count}.npy`, npyFile(columns))
    const derived = pairs.map(([expression], i) => ({ name: `D${i}`, expression }))
    const rows = await rowsOf(engine, path, { derived, channels: ['D*'] })
    const answers = askPython(program, {
      columns: columns.map((c) => [...c]),
      step_s,
      lines: pairs.map(([, line]) => line),
    }) as number[][]
    for (const [i, answer] of answers.entries())
      for (const [k, name] of names.entries()) {
        const scale = Math.max(1, Math.abs(answer[1] ?? 0), Math.abs(answer[0] ?? 0))
        const difference = Math.abs(Number(rows[i]?.[name]) - Number(answer[k]))
        expect(difference, `${name} of ${pairs[i]?.[0]}`).toBeLessThanOrEqual(1e-12 * scale)
      }
  })
})
