import type { JournalEvent } from '../contract/generated/events.js'
import { AppendFile } from '../disk/append-file.js'
import { sealedLine } from './line.js'

/** Where a journal that is there already goes on. */
export interface JournalEnd {
  readonly lengthBytes: number
  readonly lineCount: number
}

/** The append-only record of what happened in a run. */
export class Journal {
  readonly #file: AppendFile
  #seq: number

  private constructor(file: AppendFile, seq: number) {
    this.#file = file
    this.#seq = seq
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async open(path: string, end: JournalEnd = { lengthBytes: 0, lineCount: 0 }): Promise<Journal> {
    return new Journal(await AppendFile.open(path, end.lengthBytes), end.lineCount)
  }

  /**
   * Appends events, in one go, and waits until they are on disk. One call at a time.
   *
   * @errors   SINK_FULL, SINK_WRITE; the journal is then as it was before
   */
  async append(events: readonly JournalEvent[]): Promise<void> {
    const lines = events.map((event, i) => sealedLine(event, this.#seq + i))
    await this.#file.append([Buffer.from(lines.join(''))])
    this.#seq += events.length
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}
