import { expect, test } from 'vitest'
import { nearest } from '../../../src/config/nearest.js'

test.each([
  ['formt', 'format'],
  ['FORMAT', 'format'],
  ['fromat', 'format'],
  ['lnaes', 'lanes'],
])('%s means %s', (word, meant) => {
  expect(nearest(word, ['lanes', 'format', 'from'])).toBe(meant)
})

test('the first of two that are equally near wins', () => {
  expect(nearest('del_m7', ['del_m3', 'del_m4'])).toBe('del_m3')
})

test.each(['', 'xyz', 'completely'])("'%s' means none of them", (word) => {
  expect(nearest(word, ['lanes', 'format'])).toBeUndefined()
})
