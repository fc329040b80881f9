import type { FileResult, PeriodResult } from '../contract/batch.js'
import { cellOf } from '../contract/column-words.js'
import { extraReader, rowRanges } from '../contract/extra-rows.js'
import { statuses } from '../contract/generated/contract.js'
import { WholeFile } from '../disk/whole-file.js'
import type { LostInput, WrittenTable } from './table-request.js'
import type { TableWriter } from './table-writer.js'

/** results.json: `{"files":[…]}`, an element a line; files that are lost come last, with their error. */
export class JsonTable implements TableWriter {
  readonly #file: WholeFile
  readonly #columns: readonly string[]
  #separator = '{"files":[\n'
  #rows = 0

  private constructor(file: WholeFile, columns: readonly string[]) {
    this.#file = file
    this.#columns = columns
  }

  /** @errors   SINK_FULL, SINK_PERMISSION, SINK_WRITE */
  static async begin(path: string, columns: readonly string[]): Promise<JsonTable> {
    return new JsonTable(await WholeFile.begin(path), columns)
  }

  async add(result: FileResult): Promise<void> {
    this.#rows += result.status.length
    await this.#append(fileElement(result, this.#columns))
  }

  async finish(lost: readonly LostInput[]): Promise<WrittenTable> {
    for (const file of lost) await this.#append(lostElement(file))
    await this.#file.append(Buffer.from(this.#separator === ',\n' ? '\n]}\n' : '{"files":[]}\n'))
    return { rows: this.#rows, bytes: await this.#file.finish() }
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }

  async #append(element: object): Promise<void> {
    await this.#file.append(Buffer.from(this.#separator + JSON.stringify(element)))
    this.#separator = ',\n'
  }
}

function fileElement(result: FileResult, columns: readonly string[]): object {
  const { file, format, readPath, warnings, periods } = result
  const extras = extraElements(result)
  return {
    path: file.path,
    format,
    readPath,
    warnings,
    periods: periods.map((period, p) => periodElement(result, period, p, columns, extras)),
  }
}

/** What each row has beside its statistics: rows of other tables, as columns. */
function extraElements({ extras, status }: FileResult): readonly object[] {
  const elements = Array.from(status, (): Record<string, object> => ({}))
  for (const extra of extras) {
    const read = extraReader(extra)
    for (const [row, [first, end]] of [...rowRanges(extra)].entries())
      Object.assign(elements[row] ?? {}, { [extra.name]: read(first, end) })
  }
  return elements
}

function periodElement(
  { channels, status, values }: FileResult,
  period: PeriodResult,
  p: number,
  columns: readonly string[],
  extras: readonly object[],
): object {
  const { name, sampleCount, start_s, stop_s, step_s } = period
  const count = channels.name.length
  const elements = channels.name.map((channel, c) => {
    const row = p * count + c
    const identity = { index: channels.index[c], name: channel, unit: channels.unit[c], status: statuses[status[row] ?? 0] }
    return Object.assign(identity, columnValues(values, row * columns.length, columns), extras[row])
  })
  return { name, sampleCount, time: { start_s, stop_s, step_s }, channels: elements }
}

function columnValues(values: Float64Array, from: number, columns: readonly string[]): Record<string, number | string | null> {
  const element: Record<string, number | string | null> = {}
  for (const [j, column] of columns.entries()) element[column] = cellOf(column, values[from + j] ?? Number.NaN)
  return element
}

function lostElement({ path, code, message, offsetBytes }: LostInput): object {
  return { path, error: { code, message, ...(offsetBytes === undefined ? {} : { offsetBytes }) } }
}
