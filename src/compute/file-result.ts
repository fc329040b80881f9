import type { NativeExtra, NativeStatistics } from '../addon/native.js'
import type { Extra, FileResult, PeriodResult, PlannedFile } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'
import { extras as extraDefinitions } from '../contract/generated/contract.js'

/** What the core computed of a file, in the terms of the batch. The arrays are handed over, not copied. */
export function fileResult(file: PlannedFile, native: NativeStatistics, periodNames: readonly string[]): FileResult {
  const { format, readPath, warnings, indices, names, units, status, values } = native
  const periods = native.periods.map(({ sampleCount, time }, i): PeriodResult => {
    const step_s = Number.isNaN(time.step_s) ? null : time.step_s
    return { name: periodNames[i] ?? '', sampleCount, start_s: time.start_s, stop_s: time.stop_s, step_s }
  })
  const channels = { index: Array.from(indices), name: names, unit: units }
  return { file, format, readPath, warnings, periods, channels, status, values, extras: native.extras.map(extraOf) }
}

/** Rows of a table of its own, in the terms of the batch. */
export function extraOf({ kind, indices, names, units, rowCounts, values }: NativeExtra): Extra {
  const definition = extraDefinitions[kind]
  if (!definition) throw new WavemillError('INTERNAL', `the core gave rows of the kind ${kind}, which the contract does not know`)
  const further = { index: Array.from(indices), name: names, unit: units }
  return { name: definition.name, further, rowCounts: Array.from(rowCounts), values }
}
