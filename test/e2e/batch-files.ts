import { linkSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outbFile } from '../support/outb-file.js'
import { randomNumbers } from '../support/random-series.js'

/** A small .outb of its own: random samples, the same for the same seed. */
export function smallOutb(seed: number, channelCount = 5, sampleCount = 200): Buffer {
  const random = randomNumbers(seed)
  const header = outbFile({
    channelCount,
    sampleCount,
    names: ['Time', ...Array.from({ length: channelCount }, (_, i) => `Chan${i}`)],
    units: ['(s)', ...Array(channelCount).fill('(kN)')],
    scales: Array(channelCount).fill(10),
    offsets: Array(channelCount).fill(0),
    stored: [],
  })
  const stored = Int16Array.from({ length: channelCount * sampleCount }, () => 60000 * random() - 30000)
  return Buffer.concat([header, Buffer.from(stored.buffer)])
}

/** A folder of small files, `case000.outb` and on. */
export function writeBatch(folder: string, fileCount: number, channelCount = 5, sampleCount = 200): string[] {
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: fileCount }, (_, i) => {
    const path = join(folder, `case${String(i).padStart(3, '0')}.outb`)
    writeFileSync(path, smallOutb(i + 1, channelCount, sampleCount))
    return path
  })
}

/** So many names of a few files: a batch that takes its time and no room. */
export function writeLinks(folder: string, fileCount: number, channelCount: number, sampleCount: number): void {
  const kFiles = 5
  const files = writeBatch(join(folder, '..', 'linked'), kFiles, channelCount, sampleCount)
  mkdirSync(folder, { recursive: true })
  for (let i = 0; i < fileCount; ++i)
    linkSync(files[i % kFiles] as string, join(folder, `case${String(i).padStart(4, '0')}.outb`))
}
