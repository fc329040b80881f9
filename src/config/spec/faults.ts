import type { z } from 'zod'
import { isWavemillError } from '../../contract/error.js'
import type { RunSpec } from '../../contract/spec.js'
import { planColumns } from '../columns.js'
import { parseDerived } from '../derived.js'
import { extremesProblem } from '../extremes-options.js'
import { nearest } from '../nearest.js'
import { filterProblem, spectrumProblem } from '../spectrum-options.js'
import { resolveSpec } from './resolve-spec.js'
import { specSchema } from './schema.js'

/** What is wrong with a spec, and where. */
export interface Fault {
  /** Keys and list positions down to the place. */
  readonly path: readonly PropertyKey[]
  /** Whether the key at the place is meant, and not its value. */
  readonly isKey: boolean
  readonly message: string
  /** Where in the text that is the value. */
  readonly offset?: number
}

/** The resolved spec, or everything that is wrong with it. */
export type CheckedSpec = { readonly spec: RunSpec; readonly faults?: undefined } | { readonly faults: readonly Fault[] }

export function checkedSpec(given: unknown): CheckedSpec {
  const outcome = specSchema.safeParse(given)
  if (!outcome.success) return { faults: onePerPlace(outcome.error.issues.flatMap((issue) => faultsOf(issue, given))) }
  const spec = resolveSpec(outcome.data)
  const faults = [
    ...periodFaults(spec),
    ...stepFaults(spec),
    ...spectrumFaults(spec),
    ...extremesFaults(spec),
    ...filterFaults(spec),
    ...columnFaults(spec),
    ...derivedFaults(spec),
  ]
  return faults.length > 0 ? { faults } : { spec }
}

/** A number may break two rules at once; the message has both. */
function onePerPlace(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()]
}

function faultsOf(issue: z.core.$ZodIssue, given: unknown): Fault[] {
  const path = issue.path
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], key, keysAt(path)))
  const value = valueAt(given, path)
  if (value === undefined)
    return [{ path: path.slice(0, -1), isKey: false, message: `'${nameOf(path)}' is missing: ${descriptionAt(path)}` }]
  return [{ path, isKey: false, message: `'${nameOf(path)}' is ${show(value)}; it takes ${descriptionAt(path)}` }]
}

function unknownKey(path: readonly PropertyKey[], key: string, keys: readonly string[]): Fault {
  const near = nearest(key, keys)
  const meant = near === undefined ? `; the keys here are ${keys.join(', ')}` : `; did you mean '${near}'?`
  return { path, isKey: true, message: `unknown key '${nameOf(path)}'${meant}` }
}

function periodFaults({ periods }: RunSpec): Fault[] {
  return periods
    .filter(({ from_s, to_s }) => from_s !== null && to_s !== null && from_s > to_s)
    .map(({ name, from_s, to_s }) => ({
      path: ['periods', name],
      isKey: false,
      message: `'periods.${name}' goes from ${from_s} s to ${to_s} s; its end must not be before its begin`,
    }))
}

function stepFaults({ reading: { timeStep_s } }: RunSpec): Fault[] {
  if (timeStep_s === undefined || timeStep_s > 0) return []
  return [{ path: ['reading', 'time_step'], isKey: false, message: `'reading.time_step' is ${timeStep_s} s; it must be above 0` }]
}

function extremesFaults({ statistics }: RunSpec): Fault[] {
  const problem = extremesProblem(statistics.extremes)
  return problem ? [{ path: ['statistics', 'extremes'], isKey: false, message: `'statistics.extremes': ${problem}` }] : []
}

function spectrumFaults({ statistics }: RunSpec): Fault[] {
  const problem = spectrumProblem(statistics.spectrum)
  return problem ? [{ path: ['statistics', 'spectrum'], isKey: false, message: `'statistics.spectrum': ${problem}` }] : []
}

function filterFaults({ filters }: RunSpec): Fault[] {
  return filters.flatMap((filter, i) => {
    const problem = filterProblem(filter)
    return problem ? [{ path: ['filter', i], isKey: false, message: `'filter[${i}]': ${problem}` }] : []
  })
}

/** Names of columns are known to the contract, not to the schema. */
function columnFaults({ statistics }: RunSpec): Fault[] {
  try {
    planColumns(statistics, (setting) => (setting === 'columns' ? 'statistics.columns' : `statistics.${setting}`))
    return []
  } catch (error) {
    if (!isWavemillError(error)) throw error
    return [{ path: ['statistics', 'columns'], isKey: false, message: error.message }]
  }
}

/** The core judges expressions; it is loaded where there are any. */
function derivedFaults({ derived }: RunSpec): Fault[] {
  return parseDerived(derived).faults.map(({ index, offset, message }) => {
    const path = ['derived', index, 'expression']
    return { path, isKey: false, offset, message: `'${nameOf(path)}': ${message}` }
  })
}

/** `statistics.del[1]`. */
export function nameOf(path: readonly PropertyKey[]): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`)).join('')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], value)
}

function keysAt(path: readonly PropertyKey[]): string[] {
  const schema = unwrapped(schemaAt(path))
  return 'shape' in schema ? Object.keys(schema.shape as object) : []
}

/** Of the innermost schema on the way that says what it takes. */
function descriptionAt(path: readonly PropertyKey[]): string {
  for (let length = path.length; length >= 0; --length) {
    const schema = schemaAt(path.slice(0, length))
    const description = schema.description ?? unwrapped(schema).description
    if (description) return description
  }
  return 'something else'
}

function schemaAt(path: readonly PropertyKey[]): z.ZodType {
  return path.reduce<z.ZodType>((schema, step) => memberOf(unwrapped(schema), step), specSchema)
}

function memberOf(schema: z.ZodType, step: PropertyKey): z.ZodType {
  const { shape, element, valueType } = schema as {
    shape?: Record<PropertyKey, z.ZodType>
    element?: z.ZodType
    valueType?: z.ZodType
  }
  return shape?.[step] ?? element ?? valueType ?? schema
}

function unwrapped(schema: z.ZodType): z.ZodType {
  return 'unwrap' in schema && !('element' in schema) ? (schema as unknown as z.ZodOptional<z.ZodType>).unwrap() : schema
}

function show(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? `'${value}'` : String(value)
}
