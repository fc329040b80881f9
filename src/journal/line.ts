import { crc32 } from 'node:zlib'
import type { JournalEvent } from '../contract/generated/events.js'

const kSeal = /,"seq":(\d+),"crc":"([0-9a-f]{8})"\}$/
const kCrc = ',"crc":"'

/** An event as a line of the journal: `seq` counts the lines, `crc` is of the text before it. */
export function sealedLine(event: JournalEvent, seq: number): string {
  const text = `${JSON.stringify(event).slice(0, -1)},"seq":${seq}`
  return `${text}${kCrc}${checksum(text)}"}\n`
}

/** The event of a line without its line break; undefined where the line is damaged or is not number `seq`. */
export function openedLine(line: string, seq: number): JournalEvent | undefined {
  const seal = kSeal.exec(line)
  if (!seal || Number(seal[1]) !== seq) return undefined
  const text = line.slice(0, line.lastIndexOf(kCrc))
  if (checksum(text) !== seal[2]) return undefined
  const { seq: _seq, crc: _crc, ...event } = JSON.parse(line)
  return event
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
