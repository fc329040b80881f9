import type { Progress } from '../../contract/generated/events.js'
import { counted } from '../output/number.js'
import { bracketText, bytesText } from '../output/quantity.js'

/** Files count where they are small: a batch of empty files is under way too. */
export function fraction({ done, failed, files, doneBytes, bytes }: Progress): number {
  const ofFiles = (done + failed) / Math.max(1, files)
  const ofBytes = doneBytes / Math.max(1, bytes)
  return done + failed === files ? 1 : Math.min(0.999, (ofFiles + 9 * ofBytes) / 10)
}

/** `31 of 60 files · 151 MB/s · 2 – 4 s left · 1 failed`. */
export function standingText(progress: Progress): string {
  const { done, failed, files, bytesPerSecond, left_from_s, left_to_s } = progress
  const parts = [`${counted(done + failed)} of ${counted(files)} files`]
  if (bytesPerSecond > 0) parts.push(`${bytesText(bytesPerSecond)}/s`)
  if (left_from_s !== undefined && left_to_s !== undefined && done + failed < files) {
    parts.push(`${bracketText(left_from_s, left_to_s)} left`)
  }
  if (failed > 0) parts.push(`${counted(failed)} failed`)
  if (done + failed === files) parts.push('writing the tables')
  return parts.join(' · ')
}
