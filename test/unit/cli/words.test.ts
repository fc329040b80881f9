import { describe, expect, test } from 'vitest'
import { exitCodeOf } from '../../../src/cli/exit-codes.js'
import { parseNames, parseNumber, parseNumbers } from '../../../src/cli/option-values.js'
import { errorLine } from '../../../src/cli/report-error.js'
import { Tally } from '../../../src/cli/tally.js'
import { WavemillError } from '../../../src/contract/error.js'
import type { ErrorCode } from '../../../src/contract/generated/contract.js'

describe('values of options', () => {
  test.each([
    ['3', 3],
    [' -2.5 ', -2.5],
    ['.5', 0.5],
    ['1e3', 1000],
  ])("'%s' is the number %d", (text, value) => expect(parseNumber(text)).toBe(value))

  test.each(['', ' ', 'x', '1,5', '0x10', 'Infinity', 'NaN', '1e999', '5s'])("'%s' is no number", (text) => {
    expect(() => parseNumber(text)).toThrow(`'${text}' is not a number.`)
  })

  test('lists of numbers, and the empty one', () => {
    expect(parseNumbers('3,4, 5.5')).toEqual([3, 4, 5.5])
    expect(parseNumbers('none')).toEqual([])
    expect(() => parseNumbers('3,,4')).toThrow("'' is not a number.")
  })

  test('lists of names add up', () => {
    expect(parseNames('Ptfm*, Wave1Elev')).toEqual(['Ptfm*', 'Wave1Elev'])
    expect(parseNames('c', ['a', 'b'])).toEqual(['a', 'b', 'c'])
    expect(() => parseNames('a,')).toThrow("'a,' has an empty name.")
  })
})

test.each<[ErrorCode, number]>([
  ['USAGE_OPTION', 2],
  ['CONFIG_VALUE', 2],
  ['CONFIG_ISA_UNKNOWN', 2],
  ['NATIVE_LOAD', 3],
  ['RESOURCE_THREADS', 3],
  ['CANCELLED', 130],
  ['INTERNAL', 1],
])('%s ends the command with %d', (code, exitCode) => {
  expect(exitCodeOf(code)).toBe(exitCode)
})

test('an error is one line, its path and its byte in it', () => {
  const error = new WavemillError('FORMAT_BAD_COUNT', 'the count is -1\u0007', { path: 'a.outb', offsetBytes: 2 })
  expect(errorLine(error)).toBe('FORMAT_BAD_COUNT a.outb: the count is -1\uFFFD (byte 2)')
  const twice = new WavemillError('FORMAT_BAD_COUNT', 'the count at byte 2 is -1', { path: 'a.outb', offsetBytes: 2 })
  expect(errorLine(twice)).toBe('FORMAT_BAD_COUNT a.outb: the count at byte 2 is -1')
})

test('failures are counted by code, the most frequent first', () => {
  const tally = new Tally(5)
  expect(tally.failureLine).toBeUndefined()
  expect(tally.exitCode).toBe(0)
  tally.done()
  for (const code of ['IO_OPEN', 'FORMAT_UNKNOWN', 'FORMAT_UNKNOWN'] as const) tally.failed(code)
  expect(tally.failureLine).toBe('3 of 5 files failed: FORMAT_UNKNOWN ×2, IO_OPEN ×1')
  expect(tally.interruptionLine).toBe('interrupted: 1 of 5 files done')
  expect(tally.exitCode).toBe(1)
})
