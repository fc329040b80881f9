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
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys[0] ?? '', Object.keys(schema.shape), nameOf)
  const key = String(issue.path[0] ?? '')
  if (key === '') return `the options are ${show(options)}; they are an object`
  const place =
    nameOf(key) +
    issue.path
      .slice(1)
      .map((step) => `[${String(step)}]`)
      .join('')
  return `${place} is ${show(valueAt(options, issue.path))}; ${nameOf(key)} takes ${schema.shape[key]?.description ?? issue.message}`
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
