import { csvField } from './csv-field.js'
import { CsvFile } from './csv-file.js'
import type { RowsFile, TableColumns, TableRows } from './rows-file.js'
import type { WrittenTable } from './table-request.js'

/** Rows of any table, as CSV. */
export class CsvRowsFile implements RowsFile {
  readonly #file: CsvFile

  private constructor(file: CsvFile) {
    this.#file = file
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async begin(path: string, { keys, values }: TableColumns): Promise<CsvRowsFile> {
    const names = keys.map(({ name }) => name)
    return new CsvRowsFile(await CsvFile.begin(path, names, values))
  }

  async add({ keys, values, count }: TableRows): Promise<void> {
    const leads = Array.from({ length: count }, (_, row) => keys.map((column) => csvField(String(column[row]))).join(','))
    await this.#file.add(leads, values)
  }

  finish(): Promise<WrittenTable> {
    return this.#file.finish()
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }
}
