import { readFileSync } from 'node:fs'

export interface Schema {
  [keyword: string]: unknown
  type?: string | string[]
  enum?: unknown[]
  minimum?: number
  required?: string[]
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema
  oneOf?: Schema[]
  $ref?: string
}

const kKnown = new Set(
  '$schema $comment $ref title description definitions type enum minimum required properties patternProperties additionalProperties items oneOf'.split(
    ' ',
  ),
)

export const resultsSchema: Schema = JSON.parse(
  readFileSync(new URL('../../src/contract/generated/results.schema.json', import.meta.url), 'utf8'),
)

/** What is wrong with a value, by the few keywords of draft-07 that the results' schema has; another keyword is an error of the test. */
export function faults(value: unknown, schema: Schema = resultsSchema, place = '$'): string[] {
  for (const keyword of Object.keys(schema))
    if (!kKnown.has(keyword)) throw new Error(`the test knows no '${keyword}' in a schema`)
  if (schema.$ref !== undefined) return faults(value, definition(schema.$ref), place)
  if (schema.oneOf) return oneOf(value, schema.oneOf, place)
  const types = [schema.type ?? []].flat()
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return [`${place} is no ${types.join(' or ')}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${place} is ${String(value)}`]
  if (schema.minimum !== undefined && Number(value) < schema.minimum) return [`${place} is under ${schema.minimum}`]
  if (Array.isArray(value)) return value.flatMap((item, i) => faults(item, schema.items ?? {}, `${place}[${i}]`))
  return typeof value === 'object' && value !== null ? ofObject(value as Record<string, unknown>, schema, place) : []
}

function definition(reference: string): Schema {
  const found = (resultsSchema.definitions as Record<string, Schema>)[reference.replace('#/definitions/', '')]
  if (!found) throw new Error(`the schema has no ${reference}`)
  return found
}

function oneOf(value: unknown, schemas: readonly Schema[], place: string): string[] {
  const all = schemas.map((schema) => faults(value, schema, place))
  return all.filter((found) => found.length === 0).length === 1
    ? []
    : [`${place} is not one of its forms: ${all.flat().join('; ')}`]
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

function ofObject(object: Record<string, unknown>, schema: Schema, place: string): string[] {
  const missing = (schema.required ?? []).filter((key) => !(key in object)).map((key) => `${place}.${key} is missing`)
  const wrong = Object.entries(object).flatMap(([key, value]) => {
    const pattern = Object.entries(schema.patternProperties ?? {}).find(([expression]) => new RegExp(expression).test(key))
    const { additionalProperties: other } = schema
    const known = schema.properties?.[key] ?? pattern?.[1] ?? (typeof other === 'object' ? other : undefined)
    if (known) return faults(value, known, `${place}.${key}`)
    return other === false ? [`${place}.${key} should not be there`] : []
  })
  return [...missing, ...wrong]
}
