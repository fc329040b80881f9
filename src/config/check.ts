import type { z } from 'zod'
import { WavemillError } from '../contract/error.js'
import { nearest } from './nearest.js'

/** How a setting is called where the user wrote it: `del` in the library, `--del` on the command line. */
export type NameSetting = (key: string) => string

export const asWritten: NameSetting = (key) => key

/**
 * The options when they are right.
 *
 * @param schema     a strict object, each key described with what it takes
 * @param nameOf     for the message
 * @errors           CONFIG_VALUE: names the first wrong key or value, what was given, what it takes, the nearest right key
 */
export function check<Shape extends z.core.$ZodShape>(
  schema: z.ZodObject<Shape>,
  options: unknown,
  nameOf: NameSetting,
): z.infer<z.ZodObject<Shape>> {
  const outcome = schema.safeParse(options)
  if (outcome.success) return outcome.data
  const issue = outcome.error.issues[0]
  throw new WavemillError('CONFIG_VALUE', issue ? explain(issue, schema, options, nameOf) : 'the options are not understood')
}

function explain(issue: z.core.$ZodIssue, schema: z.ZodObject, options: unknown, nameOf: NameSetting): string {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const keysThere = Object.keys(shapeOf(schemaAt(schema, path)) ?? {})
    return unknownKey(issue.keys[0] ?? '', keysThere, (key) => placeOf([...path, key], nameOf))
  }
  if (path.length === 0) return `the options are ${show(options)}; they are an object`
  const described = describedAt(schema, path)
  const takes = described ? `${placeOf(described.path, nameOf)} takes ${described.description}` : issue.message
  return `${placeOf(path, nameOf)} is ${show(valueAt(options, path))}; ${takes}`
}

/** `del[1]`, `fatigue.residue`, or as the caller calls the setting. */
function placeOf(path: readonly PropertyKey[], nameOf: NameSetting): string {
  const firstIndex = path.findIndex((step) => typeof step === 'number')
  const keys = firstIndex < 0 ? path : path.slice(0, firstIndex)
  const rest = path.slice(keys.length).map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  return nameOf(keys.map(String).join('.')) + rest.join('')
}

/** Of the innermost schema on the way that says what it takes. */
function describedAt(schema: z.ZodType, path: readonly PropertyKey[]) {
  for (let length = path.length; length > 0; --length) {
    const at = path.slice(0, length)
    const found = schemaAt(schema, at)
    const description = found.description ?? unwrapped(found).description
    if (description) return { path: at, description }
  }
  return undefined
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType {
  return path.reduce<z.ZodType>((at, step) => {
    const { element, valueType } = unwrapped(at) as { element?: z.ZodType; valueType?: z.ZodType }
    return shapeOf(at)?.[String(step)] ?? element ?? valueType ?? at
  }, schema)
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  return (unwrapped(schema) as { shape?: Record<string, z.ZodType> }).shape
}

function unwrapped(schema: z.ZodType): z.ZodType {
  return 'unwrap' in schema && !('element' in schema) ? (schema as unknown as z.ZodOptional<z.ZodType>).unwrap() : schema
}

function unknownKey(key: string, keys: readonly string[], nameOf: NameSetting): string {
  const near = nearest(key, keys)
  const meant = near === undefined ? '' : `; did you mean '${nameOf(near)}'?`
  return `there is no option '${key}' (they are ${keys.map(nameOf).join(', ')})${meant}`
}

function valueAt(options: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], options)
}

function show(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'function') return 'a function'
  return String(value)
}
