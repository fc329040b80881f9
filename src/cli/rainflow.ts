import type { ExtraCell, ExtraColumns } from '../contract/extra-rows.js'
import type { CycleMatrix } from '../contract/fatigue.js'
import type { Cycle, Rainflow } from '../run/rows.js'
import { engineOptions, matrixOptions, type RainflowFlags, rainflowOptions } from './flags.js'
import { csvLine } from './output/csv.js'
import type { OutputStream } from './output/stream.js'
import { errorLine } from './report-error.js'
import { errorOfFile, inSession, type Session, say } from './session.js'

const kFields = ['range', 'mean', 'count', 'start_index', 'end_index'] as const
const kCyclesAtOnce = 4096

/** `wavemill rainflow FILE --channel NAME`; gives the exit code. */
export async function rainflow(file: string, flags: RainflowFlags): Promise<number> {
  if (flags.matrix) return matrix(file, flags, flags.matrix)
  const period = rainflowOptions(flags)
  const write = flags.format === 'csv' ? writeCsv : writeJson
  return inSession(engineOptions(flags), 1, async (session) => {
    const found = await count(file, flags.channel, period, session)
    if (found) await write(found.cycles, session.out)
  })
}

/** `--matrix`: the rows of one of the tables of cycles. */
async function matrix(file: string, flags: RainflowFlags, kind: CycleMatrix): Promise<number> {
  const options = matrixOptions(flags, kind)
  return inSession(engineOptions(flags), 1, async ({ engine, signal, out, tally }) => {
    for await (const row of engine.statistics(file, { ...options, signal })) {
      if (row.error) {
        tally.failed(row.error.code)
        say(errorLine(row.error))
        continue
      }
      tally.done()
      await out.write(matrixText(row[kind] ?? {}, kind, flags.format))
    }
  })
}

function matrixText(columns: ExtraColumns, kind: CycleMatrix, format: RainflowFlags['format']): string {
  const fields = Object.keys(columns)
  const cells = fields.map((field) => columns[field] as readonly ExtraCell[])
  const rows = (cells[0] ?? []).map((_, i) => cells.map((column) => column[i]))
  if (format === 'csv') return [fields, ...rows].map(csvLine).join('')
  const objects = rows.map((row) => JSON.stringify(Object.fromEntries(fields.map((field, j) => [field, row[j]]))))
  return objects.length === 0 ? `{"${kind}":[]}\n` : `{"${kind}":[\n${objects.join(',\n')}\n]}\n`
}

async function count(
  file: string,
  channel: string,
  period: ReturnType<typeof rainflowOptions>,
  { engine, signal, tally }: Session,
): Promise<Rainflow | undefined> {
  try {
    const found = await engine.rainflow(file, channel, { ...period, signal })
    tally.done()
    return found
  } catch (thrown) {
    const error = errorOfFile(thrown)
    tally.failed(error.code)
    say(errorLine(error))
    return undefined
  }
}

async function writeJson(cycles: readonly Cycle[], out: OutputStream): Promise<void> {
  await out.write('{"cycles":[')
  for (let from = 0; from < cycles.length; from += kCyclesAtOnce) {
    const lines = cycles.slice(from, from + kCyclesAtOnce).map((cycle) => JSON.stringify(cycle))
    await out.write(`${from === 0 ? '\n' : ',\n'}${lines.join(',\n')}`)
  }
  await out.write(cycles.length === 0 ? ']}\n' : '\n]}\n')
}

async function writeCsv(cycles: readonly Cycle[], out: OutputStream): Promise<void> {
  await out.write(csvLine(kFields))
  for (let from = 0; from < cycles.length; from += kCyclesAtOnce) {
    const lines = cycles.slice(from, from + kCyclesAtOnce).map((cycle) => csvLine(kFields.map((field) => cycle[field])))
    await out.write(lines.join(''))
  }
}
