import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileResult, PartPlace } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'
import { decodePart } from './part-codec.js'

/** Reads results back. The segments stay open until `close`; a run has as many as it had sessions. */
export class PartReader {
  readonly #folder: string
  readonly #segments = new Map<string, Promise<FileHandle>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @errors   SINK_DAMAGED */
  async read({ part, partOffset, partLength }: PartPlace): Promise<FileResult> {
    const bytes = Buffer.from(new ArrayBuffer(partLength)) // of its own: the values are read where they are
    try {
      const { bytesRead } = await (await this.#segment(part)).read(bytes, 0, partLength, partOffset)
      if (bytesRead === partLength) return decodePart(bytes, part, partOffset)
    } catch (cause) {
      if (cause instanceof WavemillError) throw cause
      throw lost(part, partOffset, (cause as Error).message, cause)
    }
    throw lost(part, partOffset, 'it is shorter than the journal says')
  }

  async close(): Promise<void> {
    for (const handle of this.#segments.values()) await (await handle.catch(() => undefined))?.close()
  }

  #segment(name: string): Promise<FileHandle> {
    const known = this.#segments.get(name)
    if (known) return known
    const opening = open(join(this.#folder, name), 'r')
    this.#segments.set(name, opening)
    return opening
  }
}

function lost(part: string, offsetBytes: number, why: string, cause?: unknown): WavemillError {
  const message = `the part at byte ${offsetBytes} of '${part}' cannot be read (${why}); --overwrite begins afresh`
  return new WavemillError('SINK_DAMAGED', message, { path: part, offsetBytes, cause })
}
