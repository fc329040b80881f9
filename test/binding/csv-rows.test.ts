import { describe, expect, it } from 'vitest'
import { loadAddon } from '../../src/addon/load.js'
import { seededRandom } from '../../src/sample/random.js'

const { csvRows } = loadAddon()

function textOf(leads: string[], values: number[], columnCount: number): string {
  return Buffer.from(csvRows(leads, Float64Array.from(values), columnCount)).toString('utf8')
}

describe('csvRows', () => {
  it('writes the lead as it is, then the values; nothing for NaN', () => {
    expect(textOf(['a,b', 'ü"€'], [1.5, Number.NaN, -2, 1e21], 2)).toBe('a,b,1.5,\r\nü"€,-2,1e+21\r\n')
    expect(textOf([], [], 3)).toBe('')
  })

  it('writes every number as JavaScript does', () => {
    const random = seededRandom(11)
    const bits = new DataView(new ArrayBuffer(8))
    const anyBits = () => {
      bits.setUint32(0, random() * 2 ** 32)
      bits.setUint32(4, random() * 2 ** 32)
      return bits.getFloat64(0)
    }
    const edges = [
      0,
      -0,
      5e-324,
      1e-6,
      9.999999e-7,
      1e21,
      999999999999999900000,
      2 ** 53,
      2 ** 53 + 2,
      0.1 + 0.2,
      1 / 3,
      123456789.125,
    ]
    const values = [
      ...edges,
      ...Array.from({ length: 100_000 }, anyBits),
      ...Array.from({ length: 100_000 }, () => random() * 1e4),
    ].map((value) => (Number.isNaN(value) ? 1 : value))
    const written = textOf(
      values.map(() => ''),
      values,
      1,
    ).split('\r\n')
    expect(written.slice(0, -1)).toEqual(values.map((value) => `,${value}`))
  })

  it('refuses what does not fit together', () => {
    expect(() => csvRows(['a'], new Float64Array(3), 2)).toThrow(TypeError)
    expect(() => csvRows([1 as unknown as string], new Float64Array(1), 1)).toThrow(/leads\[0\]/)
    expect(() => csvRows(['a'], [1] as unknown as Float64Array, 1)).toThrow(/values/)
    expect(() => csvRows('a' as unknown as string[], new Float64Array(1), 1)).toThrow(/leads/)
  })
})
