export type { SampleSize } from './load-case.js'
export { type SampleBatch, type SampleBatchOptions, writeSampleBatch } from './sample-batch.js'

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { encodeOutb } from './outb-writer.js'
import { sampleRecord } from './record.js'

/**
 * Writes the sample: ten minutes of a moored vessel in a JONSWAP sea (Hs 6 m, Tp 12 s) as OpenFAST binary output.
 *
 * @param path   of the file to write or replace; its folder is made when it is not there
 */
export async function writeSampleFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, encodeOutb(sampleRecord()))
}
