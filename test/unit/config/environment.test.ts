import { describe, expect, test } from 'vitest'
import { readEngineEnvironment, wantsColor } from '../../../src/config/environment.js'

describe('readEngineEnvironment', () => {
  test('an empty environment leaves the choice to the core', () => {
    expect(readEngineEnvironment({})).toEqual({ isa: 'auto', guardsFaults: true })
    expect(readEngineEnvironment({ WAVEMILL_ISA: '', WAVEMILL_FAULT_GUARD: '' })).toEqual({ isa: 'auto', guardsFaults: true })
  })

  test('takes the instruction set and the guard', () => {
    const variables = { WAVEMILL_ISA: 'scalar', WAVEMILL_FAULT_GUARD: 'off' }
    expect(readEngineEnvironment(variables)).toEqual({ isa: 'scalar', guardsFaults: false })
  })

  test('refuses another word for the guard', () => {
    expect(() => readEngineEnvironment({ WAVEMILL_FAULT_GUARD: '0' })).toThrow("WAVEMILL_FAULT_GUARD is '0'; it takes on or off")
  })
})

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ TERM: 'dumb' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
])('colours with %o on a terminal (%s): %s', (variables, isTerminal, wanted) => {
  expect(wantsColor(isTerminal, variables)).toBe(wanted)
})
