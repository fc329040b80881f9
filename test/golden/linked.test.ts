import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decode } from './own-decoder.js'

const checkout = resolve(import.meta.dirname, '../..')
const data = join(checkout, '../shared/data/openfast')
const files = existsSync(data) ? readdirSync(data).filter((name) => /\.outb$/.test(name)) : []

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

/** JSON has one zero. */
const asJson = (values: readonly unknown[]) => JSON.parse(JSON.stringify(values))

describe.skipIf(files.length === 0)('linked values of real files, against a decoder that shares nothing with the core', () => {
  test.each(files)('%s', (name) => {
    const path = join(data, name)
    const decoded = decode(path, readFileSync(path))
    const output = execFileSync(
      process.execPath,
      [join(checkout, 'dist/cli/main.js'), 'stats', path, '--linked', '*', '--columns', 'count', '--format', 'json'],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      },
    )
    const [file] = JSON.parse(output).files as { channels: { linked: Linked }[] }[]
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

test.runIf(files.length === 0)('skipped, absent: ../shared/data/openfast', (context) => context.skip())
