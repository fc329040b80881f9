import { z } from 'zod'
import { WavemillError } from '../contract/error.js'
import type { FitOptions } from '../contract/extremes.js'
import { distributions, fitMethods } from '../contract/generated/contract.js'
import { asWritten, check } from './check.js'

export const fittedDistributions = distributions.filter((name) => name !== 'rayleigh')

/** Of a chance: neither never nor always. */
export const chance = z.number().gt(0).lt(1)

const schema = z.strictObject({
  distribution: z.enum(fittedDistributions).optional().describe(fittedDistributions.join(', ')),
  method: z.enum(fitMethods).optional().describe(fitMethods.join(', ')),
  isOfSmallest: z.boolean().optional().describe('true or false'),
  location: z
    .union([z.number(), z.literal('free')])
    .optional()
    .describe("a number, or 'free' for a Weibull distribution of three parameters"),
  valuesInStorm: z.number().positive().optional().describe('a number above 0'),
  risk: chance.optional().describe('a number between 0 and 1'),
  confidence: chance.optional().describe('a number between 0 and 1'),
  fewest: z.int().min(0).max(1e9).optional().describe('a whole number'),
})

/** @errors   CONFIG_VALUE */
export function checkFitOptions(options: unknown): FitOptions {
  return check(schema, options, asWritten)
}

/** @errors   CONFIG_VALUE: a value that is not finite */
export function checkFitValues(values: readonly number[] | Float64Array): readonly number[] | Float64Array {
  const place = values.findIndex((value) => !Number.isFinite(value))
  if (place < 0) return values
  throw new WavemillError('CONFIG_VALUE', `values[${place}] is ${values[place]}; a fit takes finite numbers`)
}
