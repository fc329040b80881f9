import type { FailedRow, StatisticsRow } from '../../run/rows.js'
import type { ComputedFile } from '../by-file.js'
import { JsonList } from './json-list.js'
import type { StatisticsOutput } from './statistics-output.js'
import type { OutputStream } from './stream.js'

/** As src/contract/generated/results.schema.json has it. */
export class StatisticsJson implements StatisticsOutput {
  readonly #files: JsonList

  constructor(out: OutputStream) {
    this.#files = new JsonList(out, 'files')
  }

  async add(result: ComputedFile | FailedRow): Promise<void> {
    await this.#files.add('file' in result ? computed(result) : failed(result))
  }

  async end(): Promise<void> {
    await this.#files.end()
  }
}

/** What every command's JSON says of a file that failed. */
export function failed({ path, error }: FailedRow): object {
  return { path, error: error.toJSON() }
}

function computed({ file, channels }: ComputedFile): object {
  const { path, format, sampleCount, time, readPath, warnings } = file
  return { path, format, sampleCount, time, readPath, channels: channels.map(channel), warnings }
}

function channel({ path: _path, file: _file, ...columns }: StatisticsRow): object {
  return columns
}
