import { WavemillError } from '../contract/error.js'
import type { FatigueSettings, OwnCurve } from '../contract/fatigue.js'
import {
  type ColumnDefinition,
  type ColumnName,
  type Distribution,
  families,
  columns as fixedColumns,
  curves as knownCurves,
} from '../contract/generated/contract.js'
import { asWritten, type NameSetting } from './check.js'
import { memberName, parseMemberName } from './family-names.js'
import { checkThickness, knownCurve, listedCurves } from './fatigue/curves.js'
import { nearest } from './nearest.js'

export interface ColumnSelection {
  /** Names or globs. Undefined: the default columns and all family members. */
  columns?: readonly string[] | undefined
  /** Undefined: the family's default. */
  percentiles?: readonly number[] | undefined
  del?: readonly number[] | undefined
  /** Its distributions bring their columns. */
  extremes?: { readonly distributions?: readonly Distribution[] | undefined } | undefined
  /** Its curves are the members of the damage family. */
  fatigue?: FatigueSettings | undefined
}

/** The columns of a result table, in the contract's order: the fixed ones, then each family's members by parameter. */
export interface ColumnPlan {
  readonly names: readonly string[]
  /** The contract's numbers of the columns and families. */
  readonly numbers: Uint8Array
  /** The parameter of each family member: a number, or the place of its curve in `curves`; 0 for the others. */
  readonly parameters: Float64Array
  readonly curves: readonly OwnCurve[]
}

interface Candidate {
  name: string
  number: number
  parameter: number
  curve?: OwnCurve
}

const optionOfFamily: Readonly<Record<string, 'percentiles' | 'del'>> = {
  percentile: 'percentiles',
  damage_equivalent_load: 'del',
}

/**
 * The columns that a selection means.
 *
 * Without `columns`, the default ones and the members of the families. With it, what it names and what `percentiles`, `del` and
 * `fatigue.curves` list. Either way, those of the distributions of `extremes`.
 *
 * @param needed   columns that are computed besides
 * @errors   CONFIG_VALUE: a name or glob that matches no column, a name of no curve, or no column at all
 */
export function planColumns(
  selection: ColumnSelection,
  nameOf: NameSetting = asWritten,
  needed: readonly ColumnName[] = [],
): ColumnPlan {
  const chosen = selection.columns ? named(selection, selection.columns, nameOf) : byDefault(selection, nameOf)
  const extremes = ofDistributions(selection)
  const others = fixedColumns.filter(({ name }) => needed.includes(name)).map(fixed)
  const planned = [...new Map([...chosen, ...extremes, ...others].map((column) => [column.name, column])).values()]
  if (planned.length === 0) {
    throw new WavemillError('CONFIG_VALUE', `${nameOf('columns')} is an empty list, and nothing else asks for a column`)
  }
  const curves = planned.flatMap(({ curve }) => curve ?? [])
  checkThickness(selection.fatigue ?? {}, curves, nameOf)
  for (const column of planned) if (column.curve) column.parameter = curves.indexOf(column.curve)
  planned.sort((a, b) => a.number - b.number || a.parameter - b.parameter)
  return {
    names: planned.map((column) => column.name),
    numbers: Uint8Array.from(planned, (column) => column.number),
    parameters: Float64Array.from(planned, (column) => column.parameter),
    curves,
  }
}

function byDefault(selection: ColumnSelection, nameOf: NameSetting): Candidate[] {
  return [...fixedColumns.filter((column) => column.isDefault).map(fixed), ...members(selection, 'or default', nameOf)]
}

function named(selection: ColumnSelection, patterns: readonly string[], nameOf: NameSetting): Candidate[] {
  const candidates = [...fixedColumns.map(fixed), ...members(selection, 'or default', nameOf)]
  return [...patterns.flatMap((pattern) => match(pattern, candidates, nameOf)), ...members(selection, 'listed', nameOf)]
}

function match(pattern: string, candidates: readonly Candidate[], nameOf: NameSetting): Candidate[] {
  const glob = globExpression(pattern)
  const matching = candidates.filter((candidate) => glob.test(candidate.name))
  if (matching.length > 0) return matching
  const member = parseMemberName(pattern)
  if (member) return [{ name: memberName(member), number: member.family.number, parameter: member.parameter }]
  const damage = unlistedDamage(pattern)
  if (damage) return [damage]
  const near = nearest(pattern, [
    ...candidates.map((candidate) => candidate.name),
    ...damages(knownCurves).map((damage) => damage.name),
  ])
  const meant = near === undefined ? '; docs/statistics.md lists them' : `; did you mean '${near}'?`
  throw new WavemillError('CONFIG_VALUE', `${nameOf('columns')}: no column matches '${pattern}'${meant}`)
}

/** A distribution brings all of its columns; one of peaks over the threshold, those of the threshold too. */
function ofDistributions({ extremes }: ColumnSelection): Candidate[] {
  const prefixes = (extremes?.distributions ?? []).flatMap((name) => (name === 'gpd' ? ['pot_', 'gpd_'] : [`${name}_`]))
  return fixedColumns.filter(({ name }) => prefixes.some((prefix) => name.startsWith(prefix))).map(fixed)
}

function fixed(column: ColumnDefinition): Candidate {
  return { name: column.name, number: column.number, parameter: 0 }
}

function members(selection: ColumnSelection, which: 'listed' | 'or default', nameOf: NameSetting): Candidate[] {
  return families.flatMap((family) => {
    if (family.members === 'names') return damages(listedCurves(selection.fatigue ?? {}, nameOf))
    const listed = selection[optionOfFamily[family.name] ?? 'del']
    const parameters = listed ?? (which === 'listed' ? [] : family.defaults)
    return parameters.map((parameter) => ({ name: memberName({ family, parameter }), number: family.number, parameter }))
  })
}

/** Members of the damage family; `planColumns` numbers the curves. */
function damages(curves: readonly OwnCurve[]): Candidate[] {
  const family = families.find(({ name }) => name === 'damage')
  if (!family) return []
  return curves.map((curve) => ({ name: family.prefix + curve.name, number: family.number, parameter: 0, curve }))
}

/** A damage that is asked for by name alone. */
function unlistedDamage(name: string): Candidate | undefined {
  const curve = knownCurve(name.replace(/^damage_/, ''))
  return curve && name.startsWith('damage_') ? damages([curve])[0] : undefined
}

/** `*` stands for any letters, `?` for one. */
function globExpression(pattern: string): RegExp {
  const escaped = pattern.replace(/[\\^$.|+()[\]{}]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`)
}
