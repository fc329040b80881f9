import { describe, expect, it } from 'vitest'
import { loadAddon } from '../../src/addon/load.js'
import type { NativeEngine, NativeFatigue } from '../../src/addon/native.js'
import { useSetting } from './support/setting.js'
import { columnNumbers, inspectTask, rainflowTask, statisticsTask } from './support/tasks.mjs'

const setting = useSetting()
const wrong = [undefined, null, 1n, Symbol('x'), {}, () => 1, new Map()]

function unwanted(): never {
  throw new Error('done of a refused task was called')
}

/** The method as plain JavaScript may call it. */
function call(engine: NativeEngine, method: 'statistics' | 'inspect' | 'rainflow' | 'cancel', ...args: unknown[]): unknown {
  return Reflect.apply(engine[method], engine, args)
}

function refusal(attempt: () => unknown): unknown {
  try {
    attempt()
  } catch (error) {
    return error
  }
  return undefined
}

function expectTypeError(attempt: () => unknown, name: string): void {
  const error = refusal(attempt)
  expect(error).toBeInstanceOf(TypeError)
  expect((error as TypeError).message).toMatch(`${name}: `)
}

const fatigue: NativeFatigue = {
  residue: 'half',
  equivalent: 'duration',
  equivalentCycles: 0,
  areBinsUpper: false,
  curves: new Float64Array(6),
  patterns: ['Twr*'],
  settings: new Float64Array(18),
  hasRangeMean: false,
  hasFromTo: false,
  matrixBins: 64,
}

describe('a task with a wrong type', () => {
  const tasks = { statistics: statisticsTask('x.npy'), inspect: inspectTask('x.npy'), rainflow: rainflowTask('x.npy') }
  for (const [method, task] of Object.entries(tasks)) {
    it.each(Object.keys(task))(`${method}: a TypeError names %s`, (name) => {
      const engine = setting.open(1)
      for (const value of wrong) {
        expectTypeError(() => call(engine, method as keyof typeof tasks, { ...task, [name]: value }, unwanted), name)
      }
    })
  }

  it('statistics: linked, which may be left out', () => {
    for (const value of wrong.slice(1))
      expectTypeError(
        () => call(setting.open(1), 'statistics', { ...statisticsTask('x.npy'), linked: value }, unwanted),
        'linked',
      )
  })

  it.each(Object.keys(fatigue))('statistics: a TypeError names %s of fatigue', (name) => {
    for (const value of wrong)
      expectTypeError(
        () =>
          call(setting.open(1), 'statistics', { ...statisticsTask('x.npy'), fatigue: { ...fatigue, [name]: value } }, unwanted),
        name,
      )
  })

  it('names the element of an array', () => {
    const task = { ...statisticsTask('x.npy'), channels: ['Wind1VelX', 7] }
    expectTypeError(() => call(setting.open(1), 'statistics', task, unwanted), 'channels[1]')
  })

  it('is refused without a task or a done', () => {
    const engine = setting.open(1)
    expectTypeError(() => call(engine, 'inspect'), 'done')
    expectTypeError(() => call(engine, 'inspect', inspectTask('x.npy')), 'done')
    expectTypeError(() => call(engine, 'inspect', undefined, unwanted), 'task')
    for (const id of ['1', -1, 0.5, Number.NaN, undefined]) expectTypeError(() => call(engine, 'cancel', id), 'taskId')
  })
})

describe('a task with a value that it cannot have', () => {
  it.each([
    ['readMode', { readMode: 'mmap' }],
    ['path', { path: 'a\0.npy' }],
    ['timeStep_s', { timeStep_s: 0 }],
    ['periods', { periods: Float64Array.of(0, Number.NaN) }],
    ['periods', { periods: Float64Array.of(0) }],
    ['periods', { periods: new Float64Array(0) }],
    ['columns', { columns: Uint8Array.of(255, 0, 0, 0, 0, 0, 0) }],
    ['parameters', { parameters: new Float64Array(1) }],
    ['parameters', { parameters: new Float32Array(7) }],
    ['parameters', { columns: Uint8Array.of(columnNumbers.damage), parameters: Float64Array.of(0) }],
    ['parameters', { columns: Uint8Array.of(columnNumbers.damage), parameters: Float64Array.of(1), fatigue }],
    ['residue', { fatigue: { ...fatigue, residue: 'whole' } }],
    ['equivalent', { fatigue: { ...fatigue, equivalent: 'T' } }],
    ['curves', { fatigue: { ...fatigue, curves: new Float64Array(7) } }],
    ['settings', { fatigue: { ...fatigue, settings: new Float64Array(9) } }],
    ['settings', { fatigue: { ...fatigue, settings: new Float64Array(18).fill(Number.NaN) } }],
    ['matrixBins', { fatigue: { ...fatigue, matrixBins: 0 } }],
    ['matrixBins', { fatigue: { ...fatigue, matrixBins: 1001 } }],
  ])('is refused: %s', (name, change) => {
    expectTypeError(() => call(setting.open(1), 'statistics', { ...statisticsTask('x.npy'), ...change }, unwanted), name)
  })

  it('lets an exception of a getter through as it is', () => {
    const thrown = new RangeError('mine')
    const task = {
      ...inspectTask('x.npy'),
      get path(): string {
        throw thrown
      },
    }
    expect(refusal(() => call(setting.open(1), 'inspect', task, unwanted))).toBe(thrown)
  })
})

describe('options of an engine', () => {
  const options = { lanes: 1, isa: 'auto', guardsFaults: true }
  const construct = (...args: unknown[]) => Reflect.construct(loadAddon().Engine, args)

  it.each(Object.keys(options))('a TypeError names %s', (name) => {
    for (const value of wrong) expectTypeError(() => construct({ ...options, [name]: value }), name)
    expectTypeError(() => construct(), 'options')
  })

  it.each([
    ['CONFIG_VALUE', { lanes: 0 }],
    ['CONFIG_VALUE', { lanes: 1.5 }],
    ['CONFIG_VALUE', { lanes: 1e9 }],
    ['CONFIG_ISA_UNKNOWN', { isa: 'abacus' }],
  ])('%s where they are refused: %j', (code, change) => {
    expect(refusal(() => construct({ ...options, ...change }))).toMatchObject({ code, name: 'Error' })
  })

  it('methods belong to engines', () => {
    const { prototype } = loadAddon().Engine
    expect(refusal(() => Reflect.apply(prototype.close, {}, []))).toBeInstanceOf(TypeError)
    expect(refusal(() => Reflect.apply(loadAddon().Engine, undefined, [options]))).toBeInstanceOf(TypeError)
  })
})
