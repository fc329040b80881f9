import { describe, expect, test } from 'vitest'
import { memberName, numberedFamily, parseMemberName } from '../../../src/config/family-names.js'
import type { FamilyName } from '../../../src/contract/generated/contract.js'

function nameOf(name: FamilyName, parameter: number): string {
  return memberName({ family: numberedFamily(name), parameter })
}

describe('names of family members', () => {
  test.each([
    [0, 'p00'],
    [1, 'p01'],
    [2.5, 'p02_5'],
    [50, 'p50'],
    [99.9, 'p99_9'],
    [100, 'p100'],
  ])('percent %d is %s, and back', (percent, name) => {
    expect(nameOf('percentile', percent)).toBe(name)
    expect(parseMemberName(name)).toMatchObject({ family: { name: 'percentile' }, parameter: percent })
  })

  test.each([
    [4, 'del_m4'],
    [10, 'del_m10'],
    [3.5, 'del_m3_5'],
    [0.5, 'del_m0_5'],
  ])('exponent %d is %s, and back', (exponent, name) => {
    expect(nameOf('damage_equivalent_load', exponent)).toBe(name)
    expect(parseMemberName(name)).toMatchObject({ family: { name: 'damage_equivalent_load' }, parameter: exponent })
  })

  test('needless zeros are understood', () => {
    expect(parseMemberName('p5')?.parameter).toBe(5)
    expect(parseMemberName('p50_0')?.parameter).toBe(50)
    expect(parseMemberName('del_m04')?.parameter).toBe(4)
  })

  test.each(['p', 'p-1', 'p101', 'p1e1', 'p1.5', 'del_m', 'del_m0', 'del_m4_', 'max', 'damage_dnv_d_air'])(
    '%s is no member',
    (name) => {
      expect(parseMemberName(name)).toBeUndefined()
    },
  )
})
