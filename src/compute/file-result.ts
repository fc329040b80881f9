import type { NativeStatistics } from '../addon/native.js'
import type { FileResult, PeriodResult, PlannedFile } from '../contract/batch.js'

/** What the core computed of a file, in the terms of the batch. The arrays are handed over, not copied. */
export function fileResult(file: PlannedFile, native: NativeStatistics, periodNames: readonly string[]): FileResult {
  const { format, readPath, warnings, indices, names, units, status, values } = native
  const periods = native.periods.map(({ sampleCount, time }, i): PeriodResult => {
    const step_s = Number.isNaN(time.step_s) ? null : time.step_s
    return { name: periodNames[i] ?? '', sampleCount, start_s: time.start_s, stop_s: time.stop_s, step_s }
  })
  const channels = { index: Array.from(indices), name: names, unit: units }
  return { file, format, readPath, warnings, periods, channels, status, values }
}
