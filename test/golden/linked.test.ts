import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { decode } from './own-decoder.js'

vi.setConfig({ testTimeout: 60_000 }) // each starts a process

const checkout = resolve(import.meta.dirname, '../..')
const data = join(checkout, '../shared/data')
const isAbsent = !existsSync(data)
const inFolder = (folder: string, names: RegExp) =>
  isAbsent
    ? []
    : readdirSync(join(data, folder))
        .filter((name) => names.test(name))
        .map((name) => join(folder, name))
/** OpenFAST's binary and text files, and OrcaFlex time histories. */
const files = [...inFolder('openfast', /\.outb?$/), ...inFolder('orcaflex', /(Strut1|Jacket1|time_history_end_a)\.csv$/)]

interface Linked {
  extreme: string[]
  time_s: number[]
  value: number[]
  channels: Record<string, (number | null)[]>
}

/** Index of the first sample that has it. */
function placeOf(samples: Float64Array, extreme: string): number {
  const sign = extreme === 'max' ? 1 : -1
  return samples.reduce((best, x, i) => (sign * x > sign * (samples[best] as number) ? i : best), 0)
}

interface LinkedFile {
  channels: { name: string; linked: Linked }[]
  error?: { code: string }
}

function statsOf(path: string): LinkedFile | undefined {
  const args = [join(checkout, 'dist/cli/main.js'), 'stats', path, '--linked', '*', '--columns', 'count', '--format', 'json']
  return JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 }).stdout).files[0]
}

/** JSON has one zero. */
const asJson = (values: readonly unknown[]) => JSON.parse(JSON.stringify(values))

describe.skipIf(isAbsent)('linked values of real files, against a decoder that shares nothing with the core', () => {
  test.each(files)('%s', (name) => {
    const path = join(data, name)
    const decoded = decode(path, readFileSync(path))
    const file = statsOf(path)
    expect(file?.channels).toHaveLength(decoded.channels.length)
    for (const [c, { linked }] of (file?.channels ?? []).entries()) {
      expect(linked.extreme).toEqual(['min', 'max'])
      for (const [e, extreme] of linked.extreme.entries()) {
        const samples = decoded.channels[c]?.samples ?? new Float64Array()
        const at = placeOf(samples, extreme)
        expect([linked.time_s[e], linked.value[e]]).toEqual(asJson([decoded.times_s[at], samples[at]]))
        const values = Object.values(linked.channels).map((column) => column[e])
        expect(values).toEqual(asJson(decoded.channels.map((channel) => channel.samples[at])))
      }
    }
  })
})

test.runIf(isAbsent)('skipped, absent: ../shared/data', (context) => context.skip())

test.skipIf(isAbsent)(
  "a strut's tension, and what goes with its extremes, are those of OrcaFlex's own summary and time history",
  () => {
    const file = statsOf(join(data, 'orcaflex/FST2F_FST1F_LWL_000deg_Strut1.csv'))
    const linked = file?.channels.find(({ name }) => name === 'Tension (Jacket End)')?.linked
    expect(linked).toMatchObject({ extreme: ['min', 'max'], time_s: [10, 3.5], value: [-20.240522, 68.424957] })
    const summary = readFileSync(join(data, 'orcaflex/fsts_summary_strut_dynamics.csv'), 'utf8').split(/\r?\n/)
    const published = (label: string) => Number(summary[1]?.split(',')[summary[0]?.split(',').indexOf(label) ?? -1])
    expect(linked?.value).toEqual([published('Strut1_Body_eff_tension_min'), published('Strut1_Body_eff_tension_max')])
    const history = readFileSync(join(data, 'orcaflex/FST2F_FST1F_LWL_000deg_Strut1.csv'), 'utf8').split(/\r?\n/)
    const names = history[0]?.split(',').slice(1) ?? []
    for (const [e, time] of ['10.0', '3.5'].entries()) {
      const line = history
        .find((text) => text.startsWith(`${time},`))
        ?.split(',')
        .slice(1)
        .map(Number)
      expect(names.map((name) => linked?.channels[name]?.[e])).toEqual(asJson(line ?? []))
    }
  },
)

/** The numbers behind a word of a Bladed header, up to the next word. */
function numbersBehind(header: string, word: string): number[][] {
  return [...header.matchAll(new RegExp(`^${word}\\s+([-+.\\dE\\s]+)`, 'gm'))].map(([, text = '']) =>
    text.trim().split(/\s+/).map(Number),
  )
}

describe("Bladed's own matrix of extremes with the loads that go with them", () => {
  test.for(['Bladed_out_binary.%04', 'Bladed_out_binary.%41'])('%s: all rows', (name, context) => {
    const path = join(data, 'bladed', name)
    if (!existsSync(path)) return context.skip('absent: ../shared/data/bladed')
    const file = statsOf(path)
    const header = readFileSync(path, 'latin1')
    const [width = 0] = numbersBehind(header, 'DIMENS')[0] ?? []
    const sections = numbersBehind(header, 'ULOADS')
    const times = { max: numbersBehind(header, 'MAXTIME'), min: numbersBehind(header, 'MINTIME') }
    expect(file?.channels).toHaveLength(width * sections.length)
    let rows = 0
    for (const [s, loads] of sections.entries()) {
      expect(loads).toHaveLength(2 * width * width)
      for (let row = 0; row < 2 * width; ++row, ++rows) {
        const extreme = row % 2 === 0 ? 'max' : 'min'
        const linked = file?.channels[s * width + Math.floor(row / 2)]?.linked
        const e = linked?.extreme.indexOf(extreme) ?? -1
        // The header's times and its step, which ours are multiples of, are 32-bit numbers.
        expect(linked?.time_s[e]).toBeCloseTo(times[extreme][s]?.[Math.floor(row / 2)] ?? Number.NaN, 5)
        const ours = Object.values(linked?.channels ?? {}).slice(s * width, (s + 1) * width)
        // The header has eight digits of 32-bit numbers.
        for (const [j, load] of loads.slice(row * width, (row + 1) * width).entries())
          expect(Math.abs((ours[j]?.[e] ?? Number.NaN) - load)).toBeLessThanOrEqual(6e-8 * Math.abs(load))
      }
    }
    expect(rows).toBe(2 * width * sections.length)
  })
})
