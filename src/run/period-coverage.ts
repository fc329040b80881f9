import type { PeriodResult } from '../contract/batch.js'
import type { NamedPeriod } from '../contract/spec.js'

/** Warnings where a file has less of a period than was asked for: its statistics are of that part alone. */
export function coverageWarnings(asked: readonly NamedPeriod[], found: readonly PeriodResult[]): string[] {
  return asked.flatMap((period, i) => {
    const had = found[i]
    return had && isPartial(period, had) ? [warning(period, had)] : []
  })
}

function isPartial({ from_s, to_s }: NamedPeriod, { start_s, stop_s, step_s, sampleCount }: PeriodResult): boolean {
  const tolerance_s = step_s ?? (stop_s - start_s) / Math.max(1, sampleCount - 1)
  return (from_s !== null && start_s > from_s + tolerance_s) || (to_s !== null && stop_s < to_s - tolerance_s)
}

function warning({ name, from_s, to_s }: NamedPeriod, { start_s, stop_s }: PeriodResult): string {
  const asked = `${from_s ?? 'the start'} to ${to_s ?? 'the end'}`
  return `period '${name}' asks for ${asked} s; the file has ${round(start_s)} to ${round(stop_s)} s of it`
}

function round(seconds: number): number {
  return Number(seconds.toPrecision(9))
}
