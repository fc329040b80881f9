import type { WavemillError } from '../../contract/error.js'
import { formatTitle, type Recognised } from '../../run/recognise.js'
import { byteLines } from './byte-lines.js'
import { counted } from './number.js'

/** What is known of a file that was refused, for reading: format, size, first bytes, and those where it failed. */
export function refusalLines(recognised: Recognised, error: Pick<WavemillError, 'offsetBytes'>): string[] {
  const { firstBytes, failingBytes, sizeBytes } = recognised
  const place = failingBytes === null ? undefined : error.offsetBytes
  const isShown = place !== undefined && place < firstBytes.offsetBytes + firstBytes.text.length
  return [
    `${formatWords(recognised)} · ${counted(sizeBytes)} bytes`,
    ...(firstBytes.text === '' ? [] : ['first bytes:', ...byteLines(firstBytes, place)]),
    ...(failingBytes === null || place === undefined || isShown ? [] : failingLines(failingBytes, place, sizeBytes)),
  ]
}

function formatWords({ format, by, partner }: Recognised): string {
  if (format === null) return 'of no format that is known by its name or its first bytes'
  const beside = partner === null ? '' : `, with ${partner}`
  return `${format} (${formatTitle(format)}), by its ${by}${beside}`
}

function failingLines(failing: Recognised['firstBytes'], place: number, sizeBytes: number): string[] {
  if (place >= sizeBytes) return [`the file ends at byte ${sizeBytes}, after:`, ...byteLines(failing)]
  return [`at byte ${place}:`, ...byteLines(failing, place)]
}
