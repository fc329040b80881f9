import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { isWavemillError, WavemillError } from '../../src/contract/error.js'
import { type ErrorCode, errors } from '../../src/contract/generated/contract.js'

describe('WavemillError', () => {
  it.each(Object.keys(errors) as ErrorCode[])('%s takes stage and disposition from the contract', (code) => {
    const { stage, disposition } = new WavemillError(code, 'why')
    expect({ stage, disposition }).toEqual({ stage: errors[code].stage, disposition: errors[code].disposition })
  })

  it('keeps where and why', () => {
    const cause = new Error('EIO')
    const error = new WavemillError('IO_READ', 'the disk said no', { path: 'a.outb', offsetBytes: 12, cause })
    expect(error).toMatchObject({
      name: 'WavemillError',
      code: 'IO_READ',
      message: 'the disk said no',
      path: 'a.outb',
      offsetBytes: 12,
    })
    expect(error.cause).toBe(cause)
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error)).toContain("code: 'IO_READ'")
  })

  it('has no property for what is not known', () => {
    const error = new WavemillError('FORMAT_UNKNOWN', 'what is it?', { path: undefined, offsetBytes: undefined })
    expect('path' in error || 'offsetBytes' in error || 'cause' in error).toBe(false)
  })

  it('is code, message and offset in JSON; offset 0 is an offset', () => {
    const json = (error: WavemillError) => JSON.parse(JSON.stringify(error))
    expect(json(new WavemillError('IO_OPEN', 'no', { path: 'a' }))).toEqual({ code: 'IO_OPEN', message: 'no' })
    const atStart = new WavemillError('FORMAT_NPY_MAGIC', 'no', { offsetBytes: 0 })
    expect(json(atStart)).toEqual({ code: 'FORMAT_NPY_MAGIC', message: 'no', offsetBytes: 0 })
  })
})

describe('isWavemillError', () => {
  it('knows its own and no other', () => {
    expect(isWavemillError(new WavemillError('INTERNAL', 'oh'))).toBe(true)
    const alike = Object.assign(new Error('oh'), { code: 'INTERNAL', stage: 'run', disposition: 'skip-file' })
    for (const other of [alike, new Error('oh'), { code: 'INTERNAL' }, 'INTERNAL', null, undefined])
      expect(isWavemillError(other)).toBe(false)
  })
})
