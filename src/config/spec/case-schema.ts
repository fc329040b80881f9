import { z } from 'zod'
import { namePattern } from '../../contract/name-pattern.js'
import type { CasesSpec } from '../../contract/spec.js'

const text = z.string().min(1)
const kHoursPerYear = 8766
const kDesignLife_years = 20

export const cases = z
  .strictObject({
    table: text.optional().describe('the case table, CSV or YAML; relative ones are taken from the folder of this file'),
    names: text
      .refine((pattern) => namePattern(pattern) !== undefined)
      .optional()
      .describe(
        "what the files' names say: a template ('Hs{hs}_Tp{tp}_s{seed}') or a regular expression with named groups, for names without folder and extension",
      ),
    file: text
      .optional()
      .describe(
        "the column of the table that names the file, or a text with columns in braces, as 'run_{id}' (default: file, where there is no names)",
      ),
    weight: text.optional().describe('the column or field with the weight of a row'),
    weights_are: z
      .enum(['probability', 'hours'])
      .optional()
      .describe('probability, hours (a year): what weights are (default: probability)'),
    group: z
      .array(text)
      .min(1)
      .optional()
      .describe(
        'columns and fields that make a load case: files that differ in others are its seeds (default: all fields of names but seed)',
      ),
    hours_per_year: z.number().positive().optional().describe('a number of hours (default: 8766)'),
    design_life_years: z.number().positive().optional().describe('a number of years (default: 20)'),
    missing: z
      .enum(['error', 'warn'])
      .optional()
      .describe('error, warn: what a row without a file is, and a file without a row (default: error)'),
  })
  .refine(({ table, names }) => table !== undefined || names !== undefined)
  .describe('load cases: an object with table, or names, or both')

export type CasesInput = z.input<typeof cases>

export function casesOf(input: CasesInput | undefined): CasesSpec | undefined {
  if (!input) return undefined
  const { table, names, file, weight, weights_are, group, hours_per_year, design_life_years, missing } = input
  return {
    table,
    names,
    file,
    weight,
    weightsAre: weights_are ?? 'probability',
    group,
    hoursPerYear: hours_per_year ?? kHoursPerYear,
    designLife_years: design_life_years ?? kDesignLife_years,
    missing: missing ?? 'error',
  }
}

/** As `casesOf` takes it. */
export function casesInput({
  table,
  names,
  file,
  weight,
  weightsAre,
  group,
  hoursPerYear,
  designLife_years,
  missing,
}: CasesSpec): CasesInput {
  return {
    ...(table === undefined ? {} : { table }),
    ...(names === undefined ? {} : { names }),
    ...(file === undefined ? {} : { file }),
    ...(weight === undefined ? {} : { weight }),
    weights_are: weightsAre,
    ...(group === undefined ? {} : { group: [...group] }),
    hours_per_year: hoursPerYear,
    design_life_years: designLife_years,
    missing,
  }
}
