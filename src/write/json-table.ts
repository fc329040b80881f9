import type { FileResult, PeriodResult } from '../contract/batch.js'
import { statuses } from '../contract/generated/contract.js'
import { writeWhole } from '../disk/whole-file.js'
import { PartReader } from '../parts/part-reader.js'
import type { LostInput, TableRequest, WrittenTable } from './table-request.js'

/** results.json: `{"files":[…]}`, an element a line; files that are lost come last, with their error. */
export async function writeJsonTable({ path, partsFolder, places, columns, lost }: TableRequest): Promise<WrittenTable> {
  const parts = new PartReader(partsFolder)
  let rows = 0
  let separator = '{"files":[\n'
  try {
    const bytes = await writeWhole(path, async (append) => {
      const add = async (element: object) => {
        await append(Buffer.from(separator + JSON.stringify(element)))
        separator = ',\n'
      }
      for (const place of places) {
        const result = await parts.read(place)
        rows += result.status.length
        await add(fileElement(result, columns))
      }
      for (const file of lost) await add(lostElement(file))
      await append(Buffer.from(separator === ',\n' ? '\n]}\n' : '{"files":[]}\n'))
    })
    return { rows, bytes }
  } finally {
    await parts.close()
  }
}

function fileElement(result: FileResult, columns: readonly string[]): object {
  const { file, format, readPath, warnings, periods } = result
  return {
    path: file.path,
    format,
    readPath,
    warnings,
    periods: periods.map((period, p) => periodElement(result, period, p, columns)),
  }
}

function periodElement(
  { channels, status, values }: FileResult,
  period: PeriodResult,
  p: number,
  columns: readonly string[],
): object {
  const { name, sampleCount, start_s, stop_s, step_s } = period
  const count = channels.name.length
  const elements = channels.name.map((channel, c) => {
    const row = p * count + c
    const identity = { index: channels.index[c], name: channel, unit: channels.unit[c], status: statuses[status[row] ?? 0] }
    return Object.assign(identity, columnValues(values, row * columns.length, columns))
  })
  return { name, sampleCount, time: { start_s, stop_s, step_s }, channels: elements }
}

function columnValues(values: Float64Array, from: number, columns: readonly string[]): Record<string, number | null> {
  const element: Record<string, number | null> = {}
  for (const [j, column] of columns.entries()) {
    const value = values[from + j] ?? Number.NaN
    element[column] = Number.isNaN(value) ? null : value
  }
  return element
}

function lostElement({ path, code, message, offsetBytes }: LostInput): object {
  return { path, error: { code, message, ...(offsetBytes === undefined ? {} : { offsetBytes }) } }
}
