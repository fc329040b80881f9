import { createReadStream } from 'node:fs'
import { WavemillError } from '../contract/error.js'
import type { JournalEvent } from '../contract/generated/events.js'
import { openedLine } from './line.js'

export interface ReadJournal {
  readonly events: readonly JournalEvent[]
  /** Of the lines that are whole. */
  readonly lengthBytes: number
  /** Behind them: what a power cut left of the last line. */
  readonly tornBytes: number
}

const kLineBreak = 0x0a

/**
 * The events of a journal. A last line that is cut off or damaged is left out.
 *
 * @errors   SINK_DAMAGED where a line is damaged and others follow it; SINK_WRITE where the journal cannot be read
 */
export async function readJournal(path: string): Promise<ReadJournal> {
  const reader = new JournalReader(path)
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) reader.add(chunk)
  } catch (cause) {
    if (cause instanceof WavemillError) throw cause
    throw new WavemillError('SINK_WRITE', `the journal '${path}' cannot be read: ${(cause as Error).message}`, { path, cause })
  }
  return reader.end()
}

class JournalReader {
  readonly #path: string
  readonly #events: JournalEvent[] = []
  #lengthBytes = 0
  #rest: Buffer = Buffer.alloc(0)
  #isTorn = false
  #tornBytes = 0

  constructor(path: string) {
    this.#path = path
  }

  add(chunk: Buffer): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    let from = 0
    for (let end = bytes.indexOf(kLineBreak); end >= 0; end = bytes.indexOf(kLineBreak, from)) {
      this.#line(bytes.toString('utf8', from, end), end + 1 - from)
      from = end + 1
    }
    this.#rest = bytes.subarray(from)
  }

  end(): ReadJournal {
    const tornBytes = this.#tornBytes + this.#rest.length
    return { events: this.#events, lengthBytes: this.#lengthBytes, tornBytes }
  }

  /** A damaged line may be the last one: a power cut can leave its length and not its contents. */
  #line(line: string, lengthBytes: number): void {
    const event = this.#isTorn ? undefined : openedLine(line, this.#events.length)
    if (event) {
      this.#events.push(event)
      this.#lengthBytes += lengthBytes
      return
    }
    if (this.#isTorn) throw this.#damaged()
    this.#isTorn = true
    this.#tornBytes += lengthBytes
  }

  #damaged(): WavemillError {
    const place = `line ${this.#events.length + 1}, byte ${this.#lengthBytes}`
    const message = `the journal is damaged at ${place}, and goes on behind it; --overwrite begins afresh`
    return new WavemillError('SINK_DAMAGED', message, { path: this.#path, offsetBytes: this.#lengthBytes })
  }
}
