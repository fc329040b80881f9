// What the rows over one column in memory have in common.
import { join } from 'node:path'
import { writeColumn } from '../data/npy.mjs'

export const sampleCountOf = (isQuick) => (isQuick ? 1_000_000 : 10_000_000)

export const samplesRate = (count) => (seconds) => `${(count / seconds / 1e6).toFixed(0)} M/s`

export function writeSeries(folder, name, samples) {
  const path = join(folder, `${name}.npy`)
  writeColumn(path, samples)
  return path
}
