import type { NativeCycles } from '../addon/native.js'
import type { Cycle, Rainflow } from './rows.js'

const kFields = 5

export function rainflow(path: string, native: NativeCycles): Rainflow {
  const { index, name, unit } = native
  const cycles = Array.from({ length: native.cycles.length / kFields }, (_, i) => cycle(native.cycles, i * kFields))
  return { path, index, name, unit, cycles }
}

function cycle(fields: Float64Array, from: number): Cycle {
  const [range = 0, mean = 0, count = 0, start_index = 0, end_index = 0] = fields.subarray(from, from + kFields)
  return { range, mean, count, start_index, end_index }
}
