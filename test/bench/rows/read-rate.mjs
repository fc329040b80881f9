// Row 1: how near the engine comes to the rate at which the machine reads a mapped file.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeColumns } from '../data/npy.mjs'
import { mostBytes } from '../data/room.mjs'
import { whiteNoise } from '../data/series.mjs'

const columnCount = 64

export async function readRate({ folder, native, rounds, isQuick, compare }) {
  const wanted = isQuick ? 256e6 : 1.5e9
  const sampleCount = Math.floor(Math.min(wanted, mostBytes()) / 8 / columnCount)
  const path = join(folder, 'columns.npy')
  writeColumns(path, whiteNoise(sampleCount), columnCount)
  const bytes = sampleCount * columnCount * 8
  const program = native('engine', [path])
  for (const lanes of [1, 2]) {
    await compare({
      name: `f64 columns, moments and extremes, ${lanes} lane${lanes > 1 ? 's' : ''}`,
      peer: `reading the same bytes, ${lanes} thread${lanes > 1 ? 's' : ''}`,
      work: `${columnCount} columns × ${sampleCount} samples, ${(bytes / 1e9).toFixed(2)} GB mapped, warm`,
      target: lanes === 2 ? 0.75 : undefined,
      rate: (seconds) => `${(bytes / seconds / 1e9).toFixed(1)} GB/s`,
      run: { ours: () => program.ask(`moments ${lanes}`), peer: () => program.ask(`read ${lanes}`), rounds },
    })
  }
  await program.close()
  rmSync(path)
}
