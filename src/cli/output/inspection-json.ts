import type { Inspection, RefusedFile } from '../../run/rows.js'
import type { InspectionOutput } from './inspection-output.js'
import { JsonList } from './json-list.js'
import { failed } from './statistics-json.js'
import type { OutputStream } from './stream.js'

/** `{"files":[…]}`: each file as the library gives it, or its error and what can be said of it. */
export class InspectionJson implements InspectionOutput {
  readonly #files: JsonList

  constructor(out: OutputStream) {
    this.#files = new JsonList(out, 'files')
  }

  async add(result: Inspection | RefusedFile): Promise<void> {
    await this.#files.add('error' in result ? { ...failed(result), recognised: result.recognised } : result)
  }

  async end(): Promise<void> {
    await this.#files.end()
  }
}
