import { z } from 'zod'
import { namePattern, patternFields } from '../../contract/name-pattern.js'
import type { LineSpec } from '../../contract/spec.js'

const text = z.string().min(1)
const kPatternText = "a template ('RiserM{position}') or a regular expression ('M(?<position>\\d+)') with the field position"

const line = z
  .strictObject({
    channels: z
      .union([
        text.refine((pattern) => namePattern(pattern) !== undefined && patternFields(pattern).includes('position')),
        z.array(z.strictObject({ channel: text, position: z.number() })).min(1),
      ])
      .describe(`the channels of the line: ${kPatternText}, or a list of { channel, position }`),
    unit: text.optional().describe('unit of the positions (default: m)'),
  })
  .describe('a line with channels and, where the positions are not in m, unit')

export const lines = z
  .union([z.boolean(), z.record(text, line)])
  .describe(
    'range graphs: true for lines whose channels tell their positions (s=12.5m, Arc length 12.5, Node(12)), or an object of name: { channels, unit } (default: false)',
  )

export type LinesInput = z.input<typeof lines>

export function linesOf(input: LinesInput | undefined): 'names' | LineSpec[] | undefined {
  if (input === undefined || input === false) return undefined
  if (input === true) return 'names'
  return Object.entries(input).map(([name, { channels, unit }]) => ({ name, unit: unit ?? 'm', channels }))
}

/** As `linesOf` takes it. */
export function linesInput(spec: 'names' | readonly LineSpec[]): LinesInput {
  if (spec === 'names') return true
  return Object.fromEntries(
    spec.map(({ name, unit, channels }) => [
      name,
      { channels: typeof channels === 'string' ? channels : channels.map((point) => ({ ...point })), unit },
    ]),
  )
}
