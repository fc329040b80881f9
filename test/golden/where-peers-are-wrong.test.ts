import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { FatigueSettings } from '../../src/contract/fatigue.js'
import { createEngine } from '../../src/index.js'
import { npyFile } from '../support/npy-file.js'
import { rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'

// Cases in which tools that others use are wrong, each with the right number. Loads are at 1 Hz.

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const isThere = existsSync(join(shared, 'data'))
const dlc11 = join(shared, 'data/openfast/DLC1p1/DLC1.1_0_NREL5MW_OC3_spar_0.outb')
const folder = temporaryFolder()
const engine = createEngine()
afterAll(() => engine.close())

async function load(path: string, channel: string, exponent: number, fatigue: FatigueSettings = {}): Promise<number> {
  const [row] = await rowsOf(engine, path, { channels: [channel], del: [exponent], columns: [`del_m${exponent}`], fatigue })
  return row?.[`del_m${exponent}`] ?? Number.NaN
}

const loadOf = (samples: readonly number[], exponent: number, fatigue?: FatigueSettings) =>
  load(folder.write('series.npy', npyFile([Float64Array.from(samples)])), '0', exponent, fatigue)

describe.skipIf(!isThere)('fatpack, pCrunch and MHKiT: the residue joined to itself (skipped without ../shared)', () => {
  test.each([
    ['RootMyc1', 'half', 3666.708303083878],
    ['RootMyc1', 'repeat', 4337.5989281449265],
    ['PtfmSurge', 'half', 2.903958566724982],
    ['PtfmSurge', 'repeat', 3.4534081892224524],
  ] as const)('%s, %s: %d', async (channel, residue, wanted) => {
    expect(await load(dlc11, channel, 4, { residue })).toBeCloseTo(wanted, 9 - Math.ceil(Math.log10(wanted)))
  })

  test('the largest range is max − min in every channel: where fatpack loses the largest cycle in one of six', async () => {
    const rows = await rowsOf(engine, dlc11, {
      columns: ['range'],
      del: [100],
      fatigue: { residue: 'repeat', equivalent_cycles: 1 },
    })
    let varying = 0
    for (const { name, range, del_m100: del } of rows) {
      // (Σ S^100)^(1/100) of at most 400 full cycles, the largest of which is the range: between it and 400^(1/100) of it.
      if (!range) continue
      ++varying
      expect((del ?? 0) / range, name).toBeGreaterThanOrEqual(1 - 1e-13)
      expect((del ?? 0) / range, name).toBeLessThanOrEqual(400 ** 0.01)
    }
    expect(varying).toBeGreaterThan(250)
  })
})

describe('pCrunch: a bin’s middle where there is no cycle', () => {
  test('a constant channel has 0, not 0.0028', async () => {
    for (const residue of ['half', 'repeat', 'discard'] as const)
      expect(await loadOf(new Array(501).fill(4.35), 4, { residue })).toBe(0)
  })

  test('a ramp has its half cycle', async () => {
    const ramp = Array.from({ length: 101 }, (_, i) => 0.1 * i)
    expect(await loadOf(ramp, 4)).toBeCloseTo(10 * (0.5 / 100) ** (1 / 4), 12)
    expect(await loadOf(ramp, 4, { residue: 'repeat' })).toBeCloseTo(10 * (1 / 100) ** (1 / 4), 12)
  })

  test('a sine of 1e-6 has its own amplitude, not half a unit: in bins too', async () => {
    // 25 periods of 4 samples: 0, 1, 0, −1 …; the range is 2e-6
    const sine = Array.from({ length: 101 }, (_, i) => [0, 1e-6, 0, -1e-6][i % 4] as number)
    const wanted = 2e-6 * (25 / 100) ** (1 / 4)
    expect((await loadOf(sine, 4, { residue: 'repeat' })) / wanted).toBeCloseTo(1, 12)
    expect((await loadOf(sine, 4)) / wanted).toBeGreaterThan(0.98)
    expect((await loadOf(sine, 4)) / wanted).toBeLessThan(1)
    // The 100th of 100 bins: 99 to 100 % of the range
    expect((await loadOf(sine, 4, { residue: 'repeat', bins: 100 })) / wanted).toBeCloseTo(0.995, 12)
  })
})

describe('QATS: the first and the last sample', () => {
  test('are reversals', async () => {
    const astm = [-2, 1, -3, 5, -1, 3, -4, 4, -2]
    expect(await loadOf(astm, 4)).toBeCloseTo(5.700708453006327, 12) // QATS: 5.5808
    expect(await loadOf(astm, 3)).toBeCloseTo(5.151999098221361, 12)
  })

  test('a ramp of two samples is no error', async () => {
    expect(await loadOf([1, 3], 1)).toBe(1)
  })
})

describe('pyLife: the residue left out', () => {
  test('is an option, not the default', async () => {
    const astm = [-2, 1, -3, 5, -1, 3, -4, 4, -2]
    expect(await loadOf(astm, 4, { residue: 'discard' })).toBeCloseTo(2.378414230005442, 12)
    expect(await loadOf(astm, 4, { residue: 'half' })).toBeCloseTo(5.700708453006327, 12)
  })

  test.skipIf(!isThere)('closed cycles and half residue of real channels (skipped without ../shared)', async () => {
    const peers = JSON.parse(readFileSync(join(shared, 'reference/cross_rainflow_peers.json'), 'utf8'))
    for (const channel of ['RootMyc1', 'TwrBsMyt', 'GenPwr']) {
      const peer = peers[`Test1.${channel}`].pylife_FourPointDetector
      const path = join(shared, 'data/openfast/Test1.outb')
      for (const [exponent, wanted] of Object.entries(peer.DEL_closed_only as Record<string, number>))
        expect((await load(path, channel, Number(exponent), { residue: 'discard' })) / wanted).toBeCloseTo(1, 9)
      for (const [exponent, wanted] of Object.entries(peer.DEL_with_half_residue as Record<string, number>))
        expect((await load(path, channel, Number(exponent))) / wanted).toBeCloseTo(1, 9)
    }
  })
})

describe.skipIf(!isThere)('windap: ranges under 2 % dropped, 46 bins (skipped without ../shared)', () => {
  test('HAWC2’s test.dat, channel 3, 61 equivalent cycles: the unbinned loads, and windap’s within 0.5 %', async () => {
    const path = join(shared, 'data/hawc2/test.sel')
    const wanted: Record<number, number> = { 3: 1.3611, 4: 1.7652, 6: 2.3784, 8: 2.7914, 10: 3.0838, 12: 3.3018 }
    const windap: Record<number, number> = { 3: 1.356, 4: 1.758, 6: 2.37, 8: 2.784, 10: 3.077, 12: 3.296 }
    const exponents = Object.keys(wanted).map(Number)
    const rows = await rowsOf(engine, path, { del: exponents, columns: ['min'], fatigue: { equivalent_cycles: 61 } })
    const row = rows[1] // HAWC2 counts from 1, and time is its first channel
    for (const exponent of exponents) {
      const value = row?.[`del_m${exponent}`] ?? Number.NaN
      expect(value, `m = ${exponent}`).toBeCloseTo(wanted[exponent] ?? 0, 4)
      expect(Math.abs(value / (windap[exponent] ?? 0) - 1)).toBeLessThan(0.005)
    }
  })
})
