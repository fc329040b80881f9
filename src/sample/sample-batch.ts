import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { WavemillError } from '../contract/error.js'
import { sinkError } from '../contract/sink-error.js'
import type { CaseFile } from './case-worker.js'
import { caseName, loadCases, type SampleSize } from './load-case.js'

export interface SampleBatchOptions {
  /** standard: 32 channels of ten minutes; large: 63 channels of three hours. */
  size: SampleSize
  /** Load cases. */
  cases: number
  /** Of the first random sea. */
  seed: number
  signal?: AbortSignal | undefined
  /** Called as files are there, in whatever order. */
  onFile?: ((path: string, bytes: number) => void) | undefined
}

export interface SampleBatch {
  readonly paths: readonly string[]
  readonly bytes: number
}

/** Every so manieth case is a NumPy array. */
const kNpyEvery = 15

const kReadme = `# Sample batch

Made by \`wavemill demo\`: irregular seas from JONSWAP spectra, vessel motions through response amplitude operators, slow drift, mooring lines that stiffen,
bending moments along a riser or a hull. The physics is that of a textbook, the vessels do not exist. The same seed gives the same files.

A name is a load case: significant height (m), peak period (s), heading (deg), seed. \`.outb\` is OpenFAST's binary output; the few \`.npy\` are arrays of
samples × channels in the same order of channels, 0.1 s a step.
`

/**
 * Writes a realistic batch of result files; those that are there already are left as they are.
 *
 * @param folder   made where it is not there
 * @errors         SINK_FULL, SINK_PERMISSION, SINK_WRITE; CANCELLED when the signal aborts
 * @cost           some 60 ms a standard case, 2 s a large one, on as many threads as the machine runs at once
 */
export async function writeSampleBatch(
  folder: string,
  { size, cases, seed, signal, onFile }: SampleBatchOptions,
): Promise<SampleBatch> {
  const files = loadCases(size, cases, seed).map((loadCase, i): CaseFile => {
    const extension = i % kNpyEvery === kNpyEvery - 1 ? 'npy' : 'outb'
    return { loadCase, path: join(folder, `${caseName(loadCase)}.${extension}`) }
  })
  const { Piscina } = await import('piscina')
  const filename = new URL('../sample/case-worker.js', import.meta.url).href
  const pool = new Piscina({ filename, maxThreads: Math.min(availableParallelism(), files.length || 1) })
  let bytes = 0
  const stop = () => void pool.destroy() // its tasks then reject
  signal?.addEventListener('abort', stop, { once: true })
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'README.md'), kReadme)
    await Promise.all(
      files.map(async (file) => {
        const size_bytes: number = await pool.run(file, { name: 'writeCase' })
        bytes += size_bytes
        onFile?.(file.path, size_bytes)
      }),
    )
  } catch (error) {
    if (signal?.aborted)
      throw new WavemillError('CANCELLED', 'the sample was interrupted; begun again, it goes on', { cause: error })
    throw sinkError(folder, error)
  } finally {
    signal?.removeEventListener('abort', stop)
    await pool.destroy()
  }
  return { paths: files.map(({ path }) => path), bytes }
}
