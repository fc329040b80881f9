import { z } from 'zod'
import { fitMethods } from '../../contract/generated/contract.js'
import { namePattern } from '../../contract/name-pattern.js'
import type { CasesSpec, SeedFit } from '../../contract/spec.js'
import { chance } from '../fit-options.js'

const text = z.string().min(1)
const kHoursPerYear = 8766
const kDesignLife_years = 20
const kFit: SeedFit = { distribution: 'gumbel', method: 'likelihood', risk: 0.1, confidence: 0.95, fewest: 10 }

const fit = z
  .strictObject({
    distribution: z.enum(['gumbel', 'weibull']).optional().describe('gumbel, weibull (of three parameters) (default: gumbel)'),
    method: z
      .enum(fitMethods)
      .optional()
      .describe(`${fitMethods.join(', ')} (default: likelihood)`),
    risk: chance
      .optional()
      .describe('a number between 0 and 1: that the extreme of another such file goes beyond the level (default: 0.1)'),
    confidence: chance.optional().describe('a number between 0 and 1: of the level’s interval (default: 0.95)'),
    fewest: z.int().min(2).max(1e9).optional().describe('a whole number: files that a fit wants (default: 10)'),
  })
  .describe('how the extremes of seeds are fitted: an object with distribution, method, risk, confidence, fewest, each optional')

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
    fit: fit.optional(),
  })
  .refine(({ table, names }) => table !== undefined || names !== undefined)
  .describe('load cases: an object with table, or names, or both')

export type CasesInput = z.input<typeof cases>

export function casesOf(input: CasesInput | undefined): CasesSpec | undefined {
  if (!input) return undefined
  const { table, names, file, weight, weights_are, group, hours_per_year, design_life_years, missing, fit } = input
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
    fit: fit && { ...kFit, ...definedOnly(fit) },
  }
}

function definedOnly<Given extends object>(given: Given): { [Key in keyof Given]?: Exclude<Given[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
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
  fit,
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
    ...(fit ? { fit: { ...fit } } : {}),
  }
}
