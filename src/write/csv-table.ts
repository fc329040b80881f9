import { type FileResult, identityColumns, type PeriodResult } from '../contract/batch.js'
import { wordsOf } from '../contract/column-words.js'
import { statuses } from '../contract/generated/contract.js'
import { csvField } from './csv-field.js'
import { CsvFile } from './csv-file.js'
import type { WrittenTable } from './table-request.js'
import type { TableWriter } from './table-writer.js'

/** results.csv: a line a file, period and channel. */
export class CsvTable implements TableWriter {
  readonly #file: CsvFile

  private constructor(file: CsvFile) {
    this.#file = file
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async begin(path: string, columns: readonly string[]): Promise<CsvTable> {
    return new CsvTable(await CsvFile.begin(path, identityColumns, columns, columns.map(wordsOf)))
  }

  async add(result: FileResult): Promise<void> {
    await this.#file.add(leadsOf(result), result.values)
  }

  finish(): Promise<WrittenTable> {
    return this.#file.finish()
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }
}

/** Each row up to its statistics. */
function leadsOf({ file, periods, channels, status }: FileResult): string[] {
  const path = csvField(file.path)
  const named = channels.name.map((name, c) => `${channels.index[c]},${csvField(name)},${csvField(channels.unit[c] ?? '')}`)
  return periods.flatMap((period, p) => {
    const front = `${path},${spanText(period)}`
    return named.map((channel, c) => `${front},${channel},${statuses[status[p * named.length + c] ?? 0]}`)
  })
}

function spanText({ name, start_s, stop_s }: PeriodResult): string {
  return `${csvField(name)},${start_s},${stop_s}`
}
