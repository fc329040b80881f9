import { join } from 'node:path'
import type { PartPlace, PlannedFile } from '../contract/batch.js'
import { Journal } from '../journal/journal.js'
import { PartWriter } from '../parts/part-writer.js'
import { kJournalName, kPartsName, prepareFolder } from './output-folder.js'
import type { Prepared } from './prepared.js'
import { Recorder } from './recorder.js'
import { keptPlace, type Resumed, readResumed } from './resumed.js'

const nothing: Resumed = { end: { lengthBytes: 0, lineCount: 0 }, done: new Map() }

/** A run's folder, open for this session. */
export class RunFolder {
  readonly path: string
  readonly recorder: Recorder
  readonly #resumed: Resumed

  private constructor(path: string, recorder: Recorder, resumed: Resumed) {
    this.path = path
    this.recorder = recorder
    this.#resumed = resumed
  }

  /** @errors   SINK_EXISTS, CONFIG_RESUME, SINK_DAMAGED, SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async open(
    { spec, specHash }: Prepared,
    { resume = false, overwrite = false }: { resume?: boolean | undefined; overwrite?: boolean | undefined },
  ): Promise<RunFolder> {
    const path = spec.output.folder
    const isThere = await prepareFolder(path, { resume, overwrite })
    const resumed = isThere ? await readResumed(path, specHash) : nothing
    const parts = await PartWriter.begin(join(path, kPartsName))
    const journal = await Journal.open(join(path, kJournalName), resumed.end)
    return new RunFolder(path, new Recorder(journal, parts), resumed)
  }

  get partsFolder(): string {
    return join(this.path, kPartsName)
  }

  /** The path of a file of this name in the folder. */
  file(name: string): string {
    return join(this.path, name)
  }

  /** Where an earlier session has left this very file's result. */
  kept(file: PlannedFile): PartPlace | undefined {
    return keptPlace(this.#resumed, file)
  }

  async close(): Promise<void> {
    await this.recorder.close()
  }
}
