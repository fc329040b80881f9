import type { FileResult } from '../contract/batch.js'
import type { FileDone, JournalEvent } from '../contract/generated/events.js'
import { GroupWriter } from '../disk/group-writer.js'
import type { Journal } from '../journal/journal.js'
import type { PartWriter } from '../parts/part-writer.js'

/** Longest that a result waits for others to share a forced write with. */
const kGroup_ms = 25

type Unplaced = Omit<FileDone, 'part' | 'partOffset' | 'partLength'>
type Entry = { event: JournalEvent; result?: undefined } | { event: Unplaced; result: FileResult; placed?: FileDone }

/** Keeps what happens, in groups: first the parts of a group are forced to disk, then its lines of the journal. */
export class Recorder {
  readonly #journal: Journal
  readonly #parts: PartWriter
  readonly #group: GroupWriter<Entry>

  constructor(journal: Journal, parts: PartWriter) {
    this.#journal = journal
    this.#parts = parts
    this.#group = new GroupWriter((entries) => this.#write(entries), kGroup_ms)
  }

  /**
   * Keeps a result.
   *
   * @returns  its event, once both are on disk
   * @errors   SINK_FULL, SINK_WRITE; nothing is kept after one
   */
  async done(result: FileResult, seconds: number): Promise<FileDone> {
    const { task, path, sizeBytes, modified_ms, description } = result.file
    const time = new Date().toISOString()
    const rows = result.status.length
    const event: Unplaced = {
      event: 'file_done',
      time,
      task,
      path,
      bytes: sizeBytes,
      modified_ms,
      seconds,
      rows,
      warnings: result.warnings,
      ...(description ? { descriptionBytes: description.sizeBytes, descriptionModified_ms: description.modified_ms } : {}),
    }
    const entry: Entry = { event, result }
    await this.#group.add(entry)
    return (entry as { placed: FileDone }).placed
  }

  /** Keeps an event; resolves once it is on disk. */
  async note<Event extends JournalEvent>(event: Event): Promise<Event> {
    await this.#group.add({ event })
    return event
  }

  /** Writes what is waiting, now. */
  async flush(): Promise<void> {
    await this.#group.flush()
  }

  async close(): Promise<void> {
    await this.#group.flush()
    await this.#parts.close()
    await this.#journal.close()
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const withResult = entries.filter((entry) => entry.result !== undefined)
    const places = withResult.length > 0 ? await this.#parts.write(withResult.map(({ result }) => result)) : []
    for (const [i, entry] of withResult.entries()) {
      const place = places[i]
      if (place) entry.placed = { ...entry.event, ...place }
    }
    await this.#journal.append(entries.map((entry) => (entry.result === undefined ? entry.event : (entry.placed as FileDone))))
  }
}
