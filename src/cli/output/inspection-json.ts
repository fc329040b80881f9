import type { FailedRow, Inspection } from '../../run/rows.js'
import type { InspectionOutput } from './inspection-output.js'
import { JsonList } from './json-list.js'
import { failed } from './statistics-json.js'
import type { OutputStream } from './stream.js'

/** `{"files":[…]}`: each file as the library gives it, or its error. */
export class InspectionJson implements InspectionOutput {
  readonly #files: JsonList

  constructor(out: OutputStream) {
    this.#files = new JsonList(out, 'files')
  }

  async add(result: Inspection | FailedRow): Promise<void> {
    await this.#files.add('error' in result ? failed(result) : result)
  }

  async end(): Promise<void> {
    await this.#files.end()
  }
}
