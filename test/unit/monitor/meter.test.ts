import { describe, expect, test } from 'vitest'
import { Meter } from '../../../src/monitor/meter.js'

describe('meter', () => {
  test('counts what has ended', () => {
    const meter = new Meter(3, 600, 0)
    meter.ended(100, true)
    meter.ended(200, false)
    expect(meter.standing(1)).toMatchObject({ done: 1, failed: 1, files: 3, doneBytes: 300, bytes: 600 })
  })

  test('a steady rate: the bracket holds the true time, and is narrow', () => {
    const meter = new Meter(100, 100e6, 0)
    for (let i = 1; i <= 40; ++i) {
      meter.ended(1e6, true)
      meter.standing(i / 10)
    }
    const { left_s, bytesPerSecond } = meter.standing(4)
    expect(bytesPerSecond).toBeCloseTo(10e6, -4)
    expect(left_s?.from).toBeLessThanOrEqual(6)
    expect(left_s?.to).toBeGreaterThanOrEqual(6)
    expect(left_s?.to).toBeLessThan(7)
  })

  test('a rate that fell: the bracket opens towards the slow one', () => {
    const meter = new Meter(1000, 1000e6, 0)
    for (let i = 1; i <= 100; ++i) {
      meter.ended(1e6, true)
      meter.standing(i / 10)
    }
    for (let i = 1; i <= 30; ++i) {
      meter.ended(1e6, true)
      meter.standing(10 + i)
    }
    const { left_s } = meter.standing(40)
    expect(left_s?.to).toBeGreaterThan(2 * (left_s?.from ?? 0))
    expect(left_s?.to).toBeGreaterThan(500)
  })

  test('says nothing of the end before three files have ended, and zero when all have', () => {
    const meter = new Meter(4, 4, 0)
    meter.ended(1, true)
    meter.ended(1, true)
    expect(meter.standing(1).left_s).toBeUndefined()
    meter.ended(1, true)
    meter.ended(1, true)
    expect(meter.standing(2).left_s).toEqual({ from: 0, to: 0 })
  })

  test('a batch of empty files has an end too', () => {
    const meter = new Meter(10, 0, 0)
    for (let i = 1; i <= 5; ++i) meter.ended(0, true)
    const { left_s, bytesPerSecond } = meter.standing(5)
    expect(left_s?.from).toBeCloseTo(4.5)
    expect(bytesPerSecond).toBe(0)
  })
})
