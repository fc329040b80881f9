import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createEngine, isWavemillError } from '../../src/index.js'
import { type Row, rowsOf } from '../support/rows.js'

// Damage-equivalent loads of every channel of ../shared/data that has a reference, residue as half cycles and repeated, against exact reversals counted
// by four points and a residue that was joined to itself rightly (the references' own words are in their meta.definitions). Within 1e-9.

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const variants = { half: 'fourpoint_exact_residue_half', repeat: 'fourpoint_exact_repeated_residue_fixedjoin' } as const
const exponents = [3, 4, 5, 10]

type Loads = Record<string, number>
interface Reference {
  meta: { source: string }
  channels: Record<string, { basic: { min: number; max: number }; del: Record<string, Loads> | null }>
}

const folder = join(shared, 'reference')
const references = existsSync(folder)
  ? readdirSync(folder)
      .map((file): Reference => JSON.parse(readFileSync(join(folder, file), 'utf8')))
      .filter(({ meta }) => meta?.source !== undefined)
  : []

const engine = createEngine()
afterAll(() => engine.close())

/** Rows of a file; none where its format is not read, or its channels are not those of the reference. */
async function rowsWith(source: string, residue: 'half' | 'repeat', wanted: number): Promise<Row[]> {
  try {
    const path = join(shared, 'data', source.replace('.sel/.dat', '.sel'))
    const rows = await rowsOf(engine, path, { del: exponents, columns: ['min', 'max'], fatigue: { residue } })
    return rows.length === wanted ? rows : []
  } catch (error) {
    if (isWavemillError(error) && /^(FORMAT|DISCOVER)_/.test(error.code)) return []
    throw error
  }
}

describe.skipIf(references.length === 0)('residues against ../shared/reference (skipped where the folder is absent)', () => {
  for (const { meta, channels } of references) {
    const wanted = Object.entries(channels).filter(([name]) => !/^time\b/i.test(name))
    test.each(['half', 'repeat'] as const)(`${meta.source}, %s`, async (residue) => {
      const rows = await rowsWith(meta.source, residue, wanted.length)
      if (rows.length === 0 && !/\.outb?$/.test(meta.source))
        return console.log(`skipped: ${meta.source} is not read as the reference has it`)
      expect(rows).toHaveLength(wanted.length)
      let compared = 0
      for (const [i, row] of rows.entries()) {
        const [name, { basic, del }] = wanted[i] as (typeof wanted)[number]
        expect(row.max, name).toBeCloseTo(basic.max, 5)
        const loads = del?.[variants[residue]]
        for (const [exponent, load] of Object.entries(loads ?? {})) {
          const value = row[`del_m${exponent}`] ?? Number.NaN
          expect(Math.abs(value - load), `${name} m=${exponent}: ${value} for ${load}`).toBeLessThanOrEqual(1e-9 * load)
          ++compared
        }
      }
      expect(compared).toBeGreaterThan(0)
    })
  }
})
