import type { ErrorCode } from '../contract/generated/contract.js'
import type { RunSpec } from '../contract/spec.js'
import { writeWhole } from '../disk/whole-file.js'

/** What a run was: enough to trace every row to file, version and spec. */
export interface Manifest {
  readonly schema: 1
  readonly wavemill: { readonly version: string }
  readonly status: 'finished' | 'interrupted'
  readonly spec: RunSpec
  readonly specHash: string
  readonly columns: readonly string[]
  readonly inputs: readonly ManifestInput[]
  readonly errors: readonly ManifestError[]
  readonly warnings: readonly { readonly path: string; readonly warning: string }[]
  readonly outputs: readonly { readonly name: string; readonly path: string; readonly rows: number; readonly bytes: number }[]
  readonly machine: {
    readonly host: string
    readonly os: string
    readonly cpu: string
    readonly cpus: number
    readonly memoryBytes: number
    readonly node: string
    readonly isa: string
    readonly lanes: number
  }
  readonly timings: {
    readonly started: string
    readonly finished: string
    readonly seconds: number
    /** From the process's start until the first file was given to a lane; null where none was. */
    readonly firstFile_ms: number | null
    readonly tables_s: number
    /** The longest that the main thread was held up. */
    readonly longestPause_ms: number
    readonly cpuUse: number
    readonly peakRssBytes: number
  }
}

export interface ManifestInput {
  readonly path: string
  readonly sizeBytes: number
  readonly modified_ms: number
  /** Of a format of two files, the one that describes the data. */
  readonly description?: { readonly path: string; readonly sizeBytes: number; readonly modified_ms: number }
  readonly status: 'done' | 'failed' | 'left'
}

export interface ManifestError {
  readonly path: string
  readonly code: ErrorCode
  readonly message: string
  readonly offsetBytes?: number | undefined
}

const kAtOnce = 500

/** manifest.json, whole or not at all. Long lists are written a part at a time: the main thread is not held up. */
export async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  await writeWhole(path, async (append) => {
    let separator = '{'
    for (const [key, value] of Object.entries(manifest)) {
      await append(Buffer.from(`${separator}\n${JSON.stringify(key)}: `))
      if (Array.isArray(value) && typeof value[0] === 'object') await appendList(value, append)
      else await append(Buffer.from(JSON.stringify(value)))
      separator = ','
    }
    await append(Buffer.from('\n}\n'))
  })
}

async function appendList(items: readonly unknown[], append: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += kAtOnce) {
    const lines = items.slice(from, from + kAtOnce).map((item) => `\n  ${JSON.stringify(item)}`)
    await append(Buffer.from(`${from === 0 ? '[' : ','}${lines.join(',')}`))
  }
  await append(Buffer.from('\n]'))
}
