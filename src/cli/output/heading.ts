import type { TimeSpan } from '../../run/rows.js'
import { counted, significant } from './number.js'

/** `outb · 6,001 samples · 0 to 600 s, step 0.1 s`. */
export function facts(format: string, sampleCount: number, time: TimeSpan): string {
  const step = time.step_s === null ? 'uneven steps' : `step ${significant(time.step_s)} s`
  const span = `${significant(time.start_s)} to ${significant(time.stop_s)} s, ${step}`
  return `${format} · ${counted(sampleCount)} ${sampleCount === 1 ? 'sample' : 'samples'} · ${span}`
}
