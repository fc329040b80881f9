import { describe, expect, test } from 'vitest'
import { leftOutWarnings, nameAndUnit, timeColumn } from '../../../src/decode/tables/time-column.js'

const column = (name: string, unit = '', tick_s?: number) => ({ name, unit, tick_s })

describe('the column of times', () => {
  test.each([
    ['called so', [column('x'), column('Time'), column('t')], { index: 1, factor_s: 1, isTimestamp: false }],
    ['in another unit', [column('x'), column('time', 'ms')], { index: 1, factor_s: 1e-3, isTimestamp: false }],
    ['time_s', [column('x'), column('time_s')], { index: 1, factor_s: 1, isTimestamp: false }],
    ['a name comes before a timestamp', [column('at', '', 1e-6), column('T')], { index: 1, factor_s: 1, isTimestamp: false }],
    ['a timestamp', [column('x'), column('at', '', 1e-9)], { index: 1, factor_s: 1e-9, isTimestamp: true }],
    ['the first, by its unit', [column('clock', 'min'), column('x', 's')], { index: 0, factor_s: 60, isTimestamp: false }],
    ['none', [column('x'), column('period', 's'), column('timer')], undefined],
  ])('%s', (_, columns, found) => expect(timeColumn(columns)).toEqual(found))

  test('names and units', () => {
    expect(nameAndUnit('Tension [kN·m]')).toEqual({ name: 'Tension', unit: 'kN·m' })
    expect(nameAndUnit('Tension(kN)')).toEqual({ name: 'Tension', unit: 'kN' })
    expect(nameAndUnit('Tension (Jacket End)')).toEqual({ name: 'Tension (Jacket End)', unit: '' })
    expect(nameAndUnit('Tension (Jacket End) [kN]')).toEqual({ name: 'Tension (Jacket End)', unit: 'kN' })
    expect(nameAndUnit(' [kN]')).toEqual({ name: '[kN]', unit: '' })
  })

  test('what is left out is said once', () => {
    expect(leftOutWarnings([])).toEqual([])
    expect(leftOutWarnings(['a', 'b', 'c', 'd'])).toEqual(['4 columns hold no numbers, and are left out: a, b, c, …'])
  })
})
