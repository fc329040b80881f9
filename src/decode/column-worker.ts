import type { DecodableFile, FileDescription, SampleType, WantedColumn } from '../contract/decoded.js'
import { type ColumnReader, type ColumnTarget, openReader, type SampleArray } from './column-reader.js'
import { type DecodeFailure, FileFault, systemFailure } from './decode-failure.js'
import { type Library, libraries } from './libraries.js'

/** What a worker thread is asked for. */
export interface ReadRequest {
  readonly file: DecodableFile
  readonly sampleCount: number
  readonly block: SharedArrayBuffer
  readonly columns: readonly WantedColumn[]
}

/** Says what a file is. */
export async function describe(file: DecodableFile): Promise<FileDescription | DecodeFailure> {
  return withReader(file, (reader) => reader.describe())
}

/** Decodes columns into the block, which the caller sees too. Gives the failure, if there is one. */
export async function read({ file, sampleCount, block, columns }: ReadRequest): Promise<DecodeFailure | undefined> {
  const targets = columns.map(({ place, type, offsetBytes }): ColumnTarget => {
    return { place, into: sampleArray(type, block, offsetBytes, sampleCount) }
  })
  return withReader(file, async (reader) => {
    await reader.read(targets)
    return undefined
  })
}

const arrays = { int16: Int16Array, int32: Int32Array, uint16: Uint16Array, float32: Float32Array, float64: Float64Array }

function sampleArray(type: SampleType, block: SharedArrayBuffer, offsetBytes: number, length: number): SampleArray {
  const Samples = arrays[type] as new (memory: SharedArrayBuffer, offsetBytes: number, length: number) => SampleArray
  return new Samples(block, offsetBytes, length)
}

async function withReader<Value>(
  file: DecodableFile,
  work: (reader: ColumnReader) => Promise<Value>,
): Promise<Value | DecodeFailure> {
  const open = openReader[file.format]
  const library = libraries[file.format]
  if (!open || !library) return { code: 'INTERNAL', message: `no worker thread reads the format '${file.format}'` }
  try {
    const reader = await open(file)
    try {
      return await work(reader)
    } finally {
      await reader.close()
    }
  } catch (error) {
    return failureOf(error, library)
  }
}

function failureOf(error: unknown, { code, title }: Library): DecodeFailure {
  if (error instanceof FileFault) return { code: error.code, message: error.message }
  const system = systemFailure(error)
  if (system) return system
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return { code, message: `the ${title} library cannot read the file (${reason}): it is damaged; write or copy it again` }
}
