import { afterAll, describe, expect, test } from 'vitest'
import type { FatigueSettings } from '../../src/contract/fatigue.js'
import { curves } from '../../src/contract/generated/contract.js'
import { createEngine } from '../../src/index.js'
import { npyFile } from '../support/npy-file.js'
import { askPython, whyNoPython } from '../support/python-with-scipy.js'
import { randomWalk, waves, whiteNoise } from '../support/random-series.js'
import { rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'

// Goodman's correction, thickness effect and damage of every curve that is known, by NumPy from the list of cycles.

const program = `
import json, sys
import numpy as np
q = json.load(sys.stdin)
answers = []
for case in q["cases"]:
    s, mean, n = (np.array(case[k], dtype=float) for k in ("range", "mean", "count"))
    u, fixed = case["ultimate"], case["fixed"]
    if u is not None:
        s = s * (u - abs(fixed)) / (u - np.abs(mean))
    loads = [float((np.sum(n * s**m) / q["cycles"]) ** (1 / m)) for m in q["exponents"]]
    damages = []
    for c in q["curves"]:
        stress = s * case["factor"] * max(case["thickness"] / 25.0, 1.0) ** c.get("thickness_exponent", case["k"])
        life = 10 ** c["log_a1"] * stress ** -c["m1"]
        if "m2" in c:
            life = np.maximum(life, 10 ** c["log_a2"] * stress ** -c["m2"])
        damages.append(float(np.sum(n / life)))
    answers.append(loads + damages)
print(json.dumps(answers))
`

const reason = whyNoPython()
const exponents = [1, 3, 4, 5.5, 10]
const engine = createEngine()
afterAll(() => engine.close())

const series = [whiteNoise(5001, 1, 20, 40), randomWalk(9001, 2), waves(4001, 3)]
const settings = [
  { stress_per_unit: 1, scf: 1, thickness: 10, residue: 'half' },
  { stress_per_unit: 0.4, scf: 2.5, thickness: 60, residue: 'repeat' },
  { stress_per_unit: 3, scf: 1, thickness: 25, residue: 'discard' },
] as const
const goodman = [undefined, { ultimate: 1e4, mean: 0 }, { ultimate: 2000, mean: -30 }]

describe.skipIf(reason !== undefined)(`NumPy has the same loads and damages${reason ? ` (skipped: ${reason})` : ''}`, () => {
  test('of three series, three residues, with and without Goodman', async () => {
    const folder = temporaryFolder()
    const found: number[][] = []
    const cases: object[] = []
    for (const [i, samples] of series.entries()) {
      const path = folder.write(`${i}.npy`, npyFile([samples]))
      for (const [j, own] of settings.entries()) {
        const correction = goodman[(i + j) % 3]
        const fatigue: FatigueSettings = {
          ...own,
          equivalent_cycles: 1000,
          curves: curves.filter((curve) => curve.thickness_exponent !== undefined).map(({ name }) => name),
          ...(correction ? { goodman: correction } : {}),
        }
        const [row] = await rowsOf(engine, path, { del: exponents, columns: ['damage_*'], fatigue })
        const { cycles } = await engine.rainflow(path, '0', { residue: own.residue })
        const columns = ['range', 'mean', 'count'] as const
        cases.push({
          ...Object.fromEntries(columns.map((name) => [name, cycles.map((cycle) => cycle[name])])),
          ultimate: correction?.ultimate ?? null,
          fixed: correction?.mean ?? 0,
          factor: own.stress_per_unit * own.scf,
          thickness: own.thickness,
          k: 0,
        })
        found.push([
          ...exponents.map((exponent) => row?.[`del_m${String(exponent).replace('.', '_')}`] ?? Number.NaN),
          ...(fatigue.curves ?? []).map((name) => row?.[`damage_${name}`] ?? Number.NaN),
        ])
      }
    }
    const established = curves.filter((curve) => curve.thickness_exponent !== undefined)
    const wanted = askPython(program, { cases, exponents, cycles: 1000, curves: established }) as number[][]
    for (const [i, values] of found.entries()) {
      expect(values).toHaveLength(exponents.length + established.length)
      for (const [j, value] of values.entries()) expect(value / (wanted[i]?.[j] ?? Number.NaN)).toBeCloseTo(1, 11)
    }
  })
})
