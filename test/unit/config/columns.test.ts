import { describe, expect, test } from 'vitest'
import { planColumns } from '../../../src/config/columns.js'
import { columns, families } from '../../../src/contract/generated/contract.js'

const members = ['p01', 'p05', 'p50', 'p95', 'p99', 'del_m3', 'del_m4', 'del_m5', 'del_m10']

describe('planColumns', () => {
  test('gives the default columns in the order of the contract, then the families by parameter', () => {
    const fixed = columns.filter((column) => column.isDefault).map((column) => column.name)
    expect(planColumns({}).names).toEqual([...fixed, ...members])
  })

  test('gives numbers and parameters of the same length, as the core takes them', () => {
    const plan = planColumns({ columns: ['max', 'p99_9', 'del_m3_5'] })
    const [percentile, load] = families
    expect([...plan.numbers]).toEqual([3, percentile?.number, load?.number])
    expect([...plan.parameters]).toEqual([0, 99.9, 3.5])
  })

  test('takes the named columns alone, in the order of the contract, each once', () => {
    expect(planColumns({ columns: ['std', 'min', 'std', 'm*n'] }).names).toEqual(['min', 'mean', 'std'])
  })

  test('adds listed parameters to named columns', () => {
    expect(planColumns({ columns: ['min'], percentiles: [90, 2.5, 90], del: [4] }).names).toEqual([
      'min',
      'p02_5',
      'p90',
      'del_m4',
    ])
  })

  test('a glob matches fixed columns, also those that are not default, and the members in force', () => {
    expect(planColumns({ columns: ['*_unbiased', 'del_*'] }).names).toEqual([
      'skewness_unbiased',
      'kurtosis_unbiased',
      ...members.slice(5),
    ])
    expect(planColumns({ columns: ['p9?'], percentiles: [90] }).names).toEqual(['p90'])
  })

  test('a dot and a bracket of a name are themselves', () => {
    expect(() => planColumns({ columns: ['m.n'] })).toThrow("no column matches 'm.n'")
    expect(() => planColumns({ columns: ['[m]in'] })).toThrow("no column matches '[m]in'")
  })

  test('an empty list switches a family off', () => {
    const { names } = planColumns({ percentiles: [], del: [] })
    expect(names).toHaveLength(columns.filter((column) => column.isDefault).length)
  })

  test('sorts members by number, not by name', () => {
    expect(planColumns({ columns: ['del_m10', 'del_m3', 'p100', 'p05'] }).names).toEqual(['p05', 'p100', 'del_m3', 'del_m10'])
  })

  test.each([
    ['mxa', "did you mean 'max'?"],
    ['mean_upcrossing_period', "did you mean 'mean_upcrossing_period_s'?"],
    ['p101', "no column matches 'p101'"],
    ['del_m0', "no column matches 'del_m0'"],
  ])('refuses %s', (name, message) => {
    expect(() => planColumns({ columns: [name] })).toThrow(
      expect.objectContaining({ code: 'CONFIG_VALUE', message: expect.stringContaining(message) }),
    )
  })

  test('refuses a selection of nothing, and calls the option as the user does', () => {
    expect(() => planColumns({ columns: [] }, (key) => `--${key}`)).toThrow('--columns is an empty list')
  })
})
