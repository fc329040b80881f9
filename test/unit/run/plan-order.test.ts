import { expect, test } from 'vitest'
import { PlanOrder } from '../../../src/run/plan-order.js'

test('values pass in the order of the plan, whatever the order in which they come', () => {
  const passed: string[][] = []
  const order = new PlanOrder<string>((values) => passed.push([...values]))
  order.set(2, 'c')
  order.set(0, 'a')
  order.skip(3)
  order.set(1, 'b')
  order.skip(4)
  order.set(5, 'f')
  expect(passed).toEqual([['a'], ['b', 'c'], ['f']])
})
