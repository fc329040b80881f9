import { describe, expect, test } from 'vitest'
import { curves } from '../../src/contract/generated/contract.js'

// DNV-RP-C203's curves against each other: what a mistyped digit would break.

type Environment = 'air' | 'cp' | 'free'

/** FAT class: MPa at 2·10⁶ cycles in air, by which the standard's curves are made (IIW; EN 1993-1-9). */
const classes: Record<string, number> = {
  b1: 160,
  b2: 140,
  c: 125,
  c1: 112,
  c2: 100,
  d: 90,
  e: 80,
  f: 71,
  f1: 63,
  f3: 56,
  g: 50,
  w1: 45,
  w2: 40,
  w3: 36,
  t: 90,
}
/** The table's fatigue limits at 10⁷ cycles, MPa. */
const limits: Record<string, number> = {
  b1: 106.97,
  b2: 93.59,
  c: 73.1,
  c1: 65.5,
  c2: 58.48,
  d: 52.63,
  e: 46.78,
  f: 41.52,
  f1: 36.84,
  f3: 32.75,
  g: 29.24,
  w1: 26.32,
  w2: 23.39,
  w3: 21.05,
}
const names = Object.keys(classes)
const half = 0.000501 // a digit that was rounded away

function curve(name: string, environment: Environment) {
  const found = curves.find((candidate) => candidate.name === `dnv_${name}_${environment}`)
  if (!found) throw new Error(`the contract has no curve dnv_${name}_${environment}`)
  return {
    m1: found.m1,
    log_a1: found.log_a1,
    m2: found.m2 ?? 5,
    log_a2: found.log_a2 ?? Number.NaN,
    k: found.thickness_exponent,
  }
}

/** log10 of the stress at which a line has this life. */
const stressAt = (log_a: number, m: number, log_n: number) => (log_a - log_n) / m

describe('curves of DNV-RP-C203', () => {
  test('fifteen details in three environments, and no other', () => {
    const wanted = (['air', 'cp', 'free'] as const).flatMap((environment) => names.map((name) => `dnv_${name}_${environment}`))
    expect(curves.map(({ name }) => name)).toEqual(wanted)
  })

  test.each(names)('%s: slopes are 3 (4 of B1 and B2) and 5, and 3 in free corrosion', (name) => {
    const m1 = name.startsWith('b') ? 4 : 3
    expect([curve(name, 'air').m1, curve(name, 'cp').m1, curve(name, 'free').m1]).toEqual([m1, m1, 3])
    for (const environment of ['air', 'cp'] as const)
      expect(curves.find((c) => c.name === `dnv_${name}_${environment}`)?.m2).toBe(5)
    expect(curves.find((c) => c.name === `dnv_${name}_free`)?.m2).toBeUndefined()
  })

  test.each(names)('%s: in air the first line is its class at 2·10⁶ cycles', (name) => {
    const { m1, log_a1 } = curve(name, 'air')
    expect(Math.abs(log_a1 - (Math.log10(2e6) + m1 * Math.log10(classes[name] ?? 0)))).toBeLessThan(0.001) // B1 and B2 were cut, not rounded
  })

  test.each(names)('%s: the lines meet at 10⁷ cycles in air and 10⁶ with cathodic protection, to the last digit', (name) => {
    for (const [environment, knee] of [
      ['air', 7],
      ['cp', 6],
    ] as const) {
      const { m1, log_a1, log_a2 } = curve(name, environment)
      const log_a2FromFirst = knee + (5 / m1) * (log_a1 - knee)
      expect(Math.abs(log_a2 - log_a2FromFirst), environment).toBeLessThan(half + (5 / m1) * half)
    }
  })

  test.each(names)('%s: one second line in air and with cathodic protection, and the first a factor below', (name) => {
    const [air, cp] = [curve(name, 'air'), curve(name, 'cp')]
    expect(cp.log_a2).toBe(air.log_a2)
    expect(air.log_a1 - cp.log_a1).toBeCloseTo(name.startsWith('b') ? 0.2 : 0.4, 10) // 10^0.4 = 2.5
  })

  test.each(names)('%s: free corrosion has a third of the life in air', (name) => {
    const [air, free] = [curve(name, 'air'), curve(name, 'free')]
    const at = stressAt(air.log_a1, air.m1, Math.log10(2e6)) // B1 and B2 change their slope: they meet a third there
    const [inAir, corroding] = [air.log_a1 - air.m1 * at, free.log_a1 - free.m1 * at]
    expect(Math.abs(inAir - corroding - Math.log10(3))).toBeLessThan(0.0015)
  })

  test.each(Object.entries(limits))('%s: %d MPa at 10⁷ cycles, as the table says', (name, limit) => {
    const { m1, log_a1, log_a2 } = curve(name, 'air')
    expect(Math.abs(10 ** stressAt(log_a1, m1, 7) / limit - 1)).toBeLessThan(1e-3)
    expect(Math.abs(10 ** stressAt(log_a2, 5, 7) / limit - 1)).toBeLessThan(1e-3)
  })

  test('better details live longer, in every environment and at every stress; so does air than cathodic protection than corrosion', () => {
    const life = ({ m1, log_a1, m2, log_a2 }: ReturnType<typeof curve>, log_s: number) =>
      Number.isNaN(log_a2) ? log_a1 - m1 * log_s : Math.max(log_a1 - m1 * log_s, log_a2 - m2 * log_s)
    const ranked = names.filter((name) => name !== 't')
    for (const log_s of [0.5, 1, 1.5, 1.8, 2, 2.2]) {
      for (const environment of ['air', 'cp', 'free'] as const) {
        const lives = ranked.map((name) => life(curve(name, environment), log_s))
        expect(lives).toEqual([...lives].sort((a, b) => b - a))
      }
      for (const name of names) {
        expect(life(curve(name, 'air'), log_s)).toBeGreaterThanOrEqual(life(curve(name, 'cp'), log_s))
        expect(life(curve(name, 'cp'), log_s)).toBeGreaterThan(life(curve(name, 'free'), log_s))
      }
    }
  })

  test('thickness exponents: 0 to 0.25, the same in each environment, and left out where editions differ', () => {
    for (const name of names) {
      const exponents = (['air', 'cp', 'free'] as const).map((environment) => curve(name, environment).k)
      expect(new Set(exponents).size).toBe(1)
      if (['c', 'c1', 't'].includes(name)) expect(exponents[0]).toBeUndefined()
      else expect([0, 0.15, 0.2, 0.25]).toContain(exponents[0])
    }
  })
})
