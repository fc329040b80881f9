import { namePattern } from '../contract/name-pattern.js'
import type { LineSpec } from '../contract/spec.js'

/** Where a channel is along which line. */
export interface LinePoint {
  readonly line: string
  readonly position: number
  /** Of the position. */
  readonly unit: string
}

/**
 * Gives a channel's place by its name; undefined for one that belongs to no line.
 *
 * @param numbered   `name#2` for the second of a name, where that matters
 */
export type LinePoints = (name: string, numbered?: string) => LinePoint | undefined

const kNumber = '(?<position>-?\\d+(?:\\.\\d+)?)'
const kBefore = '(?<![A-Za-z0-9])'
const kLength = '\\s*(?<unit>m|ft)?(?![A-Za-z0-9.])'

/** What names themselves say, in this order of trial. */
const kInNames = [
  new RegExp(`${kBefore}s\\s*=\\s*${kNumber}${kLength}`, 'i'), // s=12.5m
  new RegExp(`${kBefore}arc(?:[ _]?length)?\\s*[=:]?\\s*${kNumber}${kLength}`, 'i'), // Arc length 12.5
  new RegExp(`@\\s*${kNumber}\\s*(?<unit>m|ft)(?![A-Za-z0-9.])`, 'i'), // @ 12.5 m
  new RegExp(`${kBefore}node[ _]?\\(?(?<position>\\d+)\\)?(?![A-Za-z0-9.])`, 'i'), // Node(12), node 12
]

/**
 * The places that lines of a spec give channels, or that names tell: `s=12.5m`, `Arc length 12.5`, `@ 12.5 m`, `Node(12)`. The line is then
 * called what is left of the name.
 */
export function linePoints(lines: 'names' | readonly LineSpec[]): LinePoints {
  if (lines === 'names') return pointInName
  const known = lines.map(pointsOf)
  return (name, numbered) => {
    for (const points of known) {
      const point = points(name, numbered)
      if (point) return point
    }
    return undefined
  }
}

function pointInName(name: string): LinePoint | undefined {
  for (const pattern of kInNames) {
    const found = pattern.exec(name)
    const position = Number(found?.groups?.position)
    if (!found || !Number.isFinite(position)) continue
    const unit = found.groups?.unit?.toLowerCase() ?? (/node/i.test(found[0]) ? 'node' : 'm')
    return { line: remainder(name, found[0]), position, unit }
  }
  return undefined
}

/** The name without the place and what bound it. */
function remainder(name: string, place: string): string {
  const rest = name.replace(place, ' ').replaceAll(/[([]\s*[)\]]/g, ' ')
  return rest.replaceAll(/\s+/g, ' ').replaceAll(/^[\s_,;:@-]+|[\s_,;:@-]+$/g, '')
}

function pointsOf({ name: line, unit, channels }: LineSpec): LinePoints {
  if (typeof channels !== 'string') {
    const positions = new Map(channels.map(({ channel, position }) => [channel, position]))
    return (name, numbered = name) => {
      const position = positions.get(numbered)
      return position === undefined ? undefined : { line, position, unit }
    }
  }
  const pattern = namePattern(channels)
  return (name) => {
    const position = Number(pattern?.exec(name)?.groups?.position ?? Number.NaN)
    return Number.isFinite(position) ? { line, position, unit } : undefined
  }
}
