import { z } from 'zod'
import { loadAddon } from '../addon/load.js'
import type { NativeDerivedChannels } from '../addon/native-derived.js'
import { WavemillError } from '../contract/error.js'
import type { DerivedChannel } from '../contract/spec.js'
import { asWritten, type NameSetting } from './check.js'

/** A derived channel as a user writes it, in the spec and in the library's options alike. */
export interface DerivedInput {
  name: string
  /** docs/expressions.md */
  expression: string
  /** To convert to; what comes of the expression when left out. */
  unit?: string | undefined
  /** A channel each, `angle` in the expression being its: degrees, or all of them from one to another. */
  angles?: readonly number[] | { from: number; to: number; step: number } | undefined
}

const kMostAngles = 3600

const degrees = z.number().min(-1e6).max(1e6)
const range = z
  .strictObject({ from: degrees, to: degrees, step: z.number().positive() })
  .refine(({ from, to, step }) => from <= to && (to - from) / step < kMostAngles)

export const derivedSchema = z
  .array(
    z
      .strictObject({
        name: z.string().min(1).describe('the name of the derived channel'),
        expression: z.string().min(1).describe('an expression (docs/expressions.md), as hypot(RootMxc1, RootMyc1)'),
        unit: z.string().min(1).optional().describe('the unit to convert to, as kN-m (default: what comes of the expression)'),
        angles: z
          .union([z.array(degrees).min(1).max(kMostAngles), range])
          .optional()
          .describe(`up to ${kMostAngles} angles in degrees, a list or { from, to, step }: a channel each, 'angle' being its`),
      })
      .describe('a derived channel: an object with name and expression, and perhaps unit and angles'),
  )
  .describe('derived channels: a list of { name, expression }')

/** With every angle written out. */
export function resolveDerived(derived: readonly DerivedInput[]): DerivedChannel[] {
  return derived.map(({ name, expression, unit, angles }) => ({ name, expression, unit, angles_deg: anglesOf(angles) }))
}

function anglesOf(angles: DerivedInput['angles']): readonly number[] {
  if (angles === undefined) return []
  if (Array.isArray(angles)) return [...angles]
  const { from, to, step } = angles as { from: number; to: number; step: number }
  const count = Math.floor((to - from) / step + 1e-9) + 1
  return Array.from({ length: count }, (_, i) => from + i * step)
}

/** What is wrong with a derived channel, and where in its expression. */
export interface DerivedFault {
  /** In the list. */
  readonly index: number
  /** Of the expression's text, as JavaScript counts. */
  readonly offset: number
  /** With the expression and a mark below its place on two further lines. */
  readonly message: string
}

/** The expressions as the core parses them, once for all files, or everything that is wrong with them. The core is loaded where there are any. */
export function parseDerived(derived: readonly DerivedChannel[]): {
  readonly parsed: NativeDerivedChannels | undefined
  readonly faults: readonly DerivedFault[]
} {
  if (derived.length === 0) return { parsed: undefined, faults: [] }
  const definitions = derived.map(({ name, expression, unit = '', angles_deg }) => ({
    name,
    expression,
    unit,
    angles_deg: Float64Array.from(angles_deg),
  }))
  const parsed = new (loadAddon().DerivedChannels)(definitions)
  const faults = parsed.faults.map(({ definition, offsetBytes, message, picture }) => ({
    index: definition,
    offset: Buffer.from(derived[definition]?.expression ?? '').toString('utf8', 0, offsetBytes).length,
    message: [message, ...picture.split('\n').map((line) => `    ${line}`)].join('\n'),
  }))
  return { parsed, faults }
}

/**
 * The expressions, parsed.
 *
 * @returns   undefined where there are none
 * @errors    CONFIG_VALUE: everything that is wrong, each with its place; NATIVE_LOAD
 */
export function compileDerived(
  derived: readonly DerivedChannel[],
  nameOf: NameSetting = asWritten,
): NativeDerivedChannels | undefined {
  const { parsed, faults } = parseDerived(derived)
  if (faults.length === 0) return parsed
  const lines = faults.map(({ index, message }) => `${nameOf('derived')} '${derived[index]?.name}': ${message}`)
  throw new WavemillError('CONFIG_VALUE', lines.join('\n'))
}
