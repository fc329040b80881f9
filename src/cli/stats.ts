import { planColumns } from '../config/columns.js'
import { oncePerPair } from '../run/once-per-pair.js'
import { byFile } from './by-file.js'
import { engineOptions, flagOf, type StatsFlags, selectionOptions } from './flags.js'
import { stdoutLook } from './output/look.js'
import { StatisticsCsv } from './output/statistics-csv.js'
import { StatisticsJson } from './output/statistics-json.js'
import type { StatisticsOutput } from './output/statistics-output.js'
import { StatisticsTable } from './output/statistics-table.js'
import type { OutputStream } from './output/stream.js'
import { errorLine } from './report-error.js'
import { inSession, say } from './session.js'

/** `wavemill stats FILE…`; gives the exit code. */
export async function stats(named: readonly string[], flags: StatsFlags): Promise<number> {
  const files = oncePerPair(named)
  const options = selectionOptions(flags)
  const { names } = planColumns(options, flagOf)
  if (options.linked && flags.format !== 'json')
    say('note: linked values are in --format json, and in the tables of wavemill run')
  if (options.spectrum?.density && flags.format !== 'json')
    say('note: spectra are in --format json, and in the tables of wavemill run')
  return inSession(engineOptions(flags), files.length, async ({ engine, signal, out, tally }) => {
    const rows = engine.statistics(files, { ...options, signal }) // what it refuses is said before there is any output
    const output = outputOf(flags.format, out, names)
    try {
      for await (const result of byFile(rows)) {
        if ('file' in result) tally.done()
        else tally.failed(result.error.code)
        if ('error' in result && flags.format === 'csv') say(errorLine(result.error))
        await output.add(result)
      }
    } finally {
      await output.end()
    }
  })
}

function outputOf(format: StatsFlags['format'], out: OutputStream, columnNames: readonly string[]): StatisticsOutput {
  if (format === 'json') return new StatisticsJson(out)
  if (format === 'csv') return new StatisticsCsv(out, columnNames, say)
  return new StatisticsTable(out, columnNames, stdoutLook())
}
