import { join } from 'node:path'
import type { PartPlace, PlannedFile } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'
import type { FileDone, JournalEvent, RunStarted } from '../contract/generated/events.js'
import type { JournalEnd } from '../journal/journal.js'
import { readJournal } from '../journal/read-journal.js'
import { kJournalName } from './output-folder.js'

/** What earlier sessions of a run have left. */
export interface Resumed {
  readonly end: JournalEnd
  /** By path: the last result of each file. */
  readonly done: ReadonlyMap<string, FileDone>
}

/**
 * Reads an earlier run back.
 *
 * @errors   SINK_DAMAGED; CONFIG_RESUME where something else was computed
 */
export async function readResumed(folder: string, specHash: string): Promise<Resumed> {
  const { events, lengthBytes } = await readJournal(join(folder, kJournalName))
  const started = events.filter((event): event is RunStarted => event.event === 'run_started')
  const before = started.at(-1)
  if (before && before.specHash !== specHash) throw changed(folder, before)
  return { end: { lengthBytes, lineCount: events.length }, done: lastDone(events) }
}

/** Where the kept result of a file lies; undefined when there is none, or the file, or the one that describes it, has changed since. */
export function keptPlace({ done }: Resumed, file: PlannedFile): PartPlace | undefined {
  const before = done.get(file.path)
  const { sizeBytes, modified_ms, description } = file
  const isSame =
    before?.bytes === sizeBytes &&
    before.modified_ms === modified_ms &&
    before.descriptionBytes === description?.sizeBytes &&
    before.descriptionModified_ms === description?.modified_ms
  return isSame ? before : undefined
}

function lastDone(events: readonly JournalEvent[]): Map<string, FileDone> {
  const done = new Map<string, FileDone>()
  for (const event of events) if (event.event === 'file_done') done.set(event.path, event)
  return done
}

function changed(folder: string, before: RunStarted): WavemillError {
  const computed = `${before.columns.length} columns of ${before.periods.length === 1 ? 'one period' : `${before.periods.length} periods`}`
  const ways = 'resume with the spec and options of that run, or begin afresh with --overwrite or another --out'
  return new WavemillError(
    'CONFIG_RESUME',
    `the run in '${folder}' computes something else (${computed}, spec ${before.specHash.slice(0, 8)}); ${ways}`,
  )
}
