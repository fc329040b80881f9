import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileResult, PartPlace } from '../contract/batch.js'
import { sinkError } from '../contract/sink-error.js'
import { AppendFile } from '../disk/append-file.js'
import { encodePart } from './part-codec.js'

const kSegment = /^(\d{4,})\.seg$/

/** Writes a session's results into a segment of its own. */
export class PartWriter {
  readonly #name: string
  readonly #file: AppendFile

  private constructor(name: string, file: AppendFile) {
    this.#name = name
    this.#file = file
  }

  /**
   * Begins a segment behind those that are in the folder.
   *
   * @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE
   */
  static async begin(folder: string): Promise<PartWriter> {
    const name = `${String((await lastSegment(folder)) + 1).padStart(4, '0')}.seg`
    return new PartWriter(name, await AppendFile.open(join(folder, name)))
  }

  /**
   * Writes results in one go and waits until they are on disk. One call at a time.
   *
   * @returns  where each of them is
   * @errors   SINK_FULL, SINK_WRITE
   */
  async write(results: readonly FileResult[]): Promise<PartPlace[]> {
    let partOffset = this.#file.lengthBytes
    const places: PartPlace[] = []
    const pieces: Uint8Array[] = []
    for (const result of results) {
      const record = encodePart(result)
      const partLength = record.reduce((sum, piece) => sum + piece.byteLength, 0)
      places.push({ part: this.#name, partOffset, partLength })
      pieces.push(...record)
      partOffset += partLength
    }
    await this.#file.append(pieces)
    return places
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

async function lastSegment(folder: string): Promise<number> {
  try {
    return Math.max(0, ...(await readdir(folder)).map((name) => Number(kSegment.exec(name)?.[1] ?? 0)))
  } catch (error) {
    throw sinkError(folder, error)
  }
}
