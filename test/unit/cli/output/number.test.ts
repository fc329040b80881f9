import { expect, test } from 'vitest'
import { counted, significant } from '../../../../src/cli/output/number.js'

test.each([
  [0, '0'],
  [1234.5678, '1234.57'],
  [-0.00012345678, '-0.000123457'],
  [0.00001, '1e-5'],
  [1234567, '1234567'],
  [1234567.8, '1.23457e+6'],
  [-0, '0'],
  [9999999.9, '1e+7'],
  [-1.5e300, '-1.5e+300'],
  [600.0000089, '600'],
  [null, '-'],
])('%d reads %s', (value, text) => {
  expect(significant(value)).toBe(text)
})

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%d counts %s', (count, text) => {
  expect(counted(count)).toBe(text)
})
