import { describe, expect, test } from 'vitest'
import { packChannel } from '../../../src/sample/outb-packing.js'
import { encodeOutb } from '../../../src/sample/outb-writer.js'
import { readOutb } from './outb-reader.js'

const ramp = Float64Array.from({ length: 100 }, (_, i) => 3 + 0.25 * i)
const wave = Float64Array.from({ length: 100 }, (_, i) => -200 * Math.sin(0.3 * i))
const constant = new Float64Array(100).fill(320)

function encoded(): Buffer {
  const channels = [
    { name: 'Ramp', unit: '(m)', samples: ramp },
    { name: 'TenLetters', unit: '(kN-m)', samples: wave },
    { name: 'Constant', unit: '(-)', samples: constant },
  ]
  return encodeOutb({ description: 'a test', start_s: 60, step_s: 0.05, channels })
}

describe('encodeOutb', () => {
  test('writes a header that reads back, and nothing after the data', () => {
    expect(readOutb(encoded())).toMatchObject({
      fileId: 2,
      start_s: 60,
      step_s: 0.05,
      sampleCount: 100,
      description: 'a test',
      names: ['Time', 'Ramp', 'TenLetters', 'Constant'],
      units: ['(s)', '(m)', '(kN-m)', '(-)'],
      leftOverBytes: 0,
    })
  })

  test('keeps every sample within a step and a half of the 16 bits', () => {
    const { channels } = readOutb(encoded())
    for (const [j, original] of [ramp, wave].entries()) {
      const channel = channels[j]
      const worst = Math.max(...original.map((x, i) => Math.abs(x - (channel?.samples[i] ?? Number.NaN))))
      expect(worst).toBeLessThan(1.5 / (channel?.scale ?? 0))
    }
  })

  test('refuses a name of 11 letters', () => {
    const channels = [{ name: 'ElevenLette', unit: '(m)', samples: ramp }]
    expect(() => encodeOutb({ description: '', start_s: 0, step_s: 1, channels })).toThrow("'ElevenLette' is longer than the 10")
  })
})

describe('packChannel', () => {
  test('spans the 16 bits', () => {
    const { samples, scale } = packChannel(wave)
    expect(Math.max(...samples) - Math.min(...samples)).toBeGreaterThanOrEqual(65534)
    expect(scale).toBe(Math.fround(65535 / (Math.max(...wave) - Math.min(...wave))))
  })

  test('a constant channel has the scale that OpenFAST gives it, and one value', () => {
    const { samples, scale, offset } = packChannel(constant)
    expect(scale).toBeCloseTo(1.898e8, -5)
    expect(new Set(samples).size).toBe(1)
    expect(((samples[0] ?? 0) - offset) / scale).toBeCloseTo(320, 4)
  })
})
