import { z } from 'zod'
import { binValues, cycleMatrices, residues } from '../../contract/fatigue.js'

const positive = z.number().positive()
const exponent = z.number().min(0.1).max(100)
const log10 = z.number().min(-300).max(300)

/** A name as a column's name has it. */
const curveName = z.string().regex(/^[a-z][a-z0-9_]*$/)

const ownCurve = z
  .strictObject({
    name: curveName.describe('a name of lower-case letters, digits and _; the column is damage_<name>'),
    m1: exponent.describe('the slope above the knee, from 0.1 to 100'),
    log_a1: log10.describe('log10 of N where S is 1 MPa, on the line above the knee'),
    m2: exponent.optional().describe('the slope below the knee, larger than m1'),
    log_a2: log10.optional().describe('log10 of N where S is 1 MPa, on the line below the knee'),
    thickness_exponent: z.number().min(0).max(1).optional().describe('k of (t/t_ref)^k, from 0 to 1'),
    reference_thickness: positive.optional().describe('t_ref in mm (default: 25)'),
  })
  .refine(({ m2, log_a2 }) => (m2 === undefined) === (log_a2 === undefined))
  .refine(({ m1, m2 }) => m2 === undefined || m2 > m1)
  .describe(
    'a curve: { name, m1, log_a1 }, with m2 (above m1) and log_a2 for a second slope, thickness_exponent, reference_thickness',
  )

const goodman = z
  .strictObject({
    ultimate: positive.describe('the ultimate load in the channel’s unit, above 0'),
    mean: z.number().optional().describe('the fixed mean that cycles are brought to (default: 0)'),
  })
  .refine(({ ultimate, mean = 0 }) => Math.abs(mean) < ultimate)
  .describe('Goodman’s correction: { ultimate, mean }, the mean nearer to 0 than the ultimate load (default: none; mean 0)')

const channelShape = {
  stress_per_unit: positive.optional().describe('MPa for one unit of the channel, above 0 (default: 1)'),
  scf: positive.optional().describe('a stress concentration factor above 0 (default: 1)'),
  thickness: positive.optional().describe('a thickness in mm, above 0 (default: no thickness effect)'),
  thickness_exponent: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('k of (t/t_ref)^k in the place of the curves’ own, from 0 to 1'),
  goodman: goodman.optional(),
  racetrack: z
    .union([z.number().min(0), z.string().regex(/^(\d+\.?\d*|\.\d+)\s*%$/)])
    .optional()
    .describe('the gate of the racetrack filter: a number in the channel’s unit, or a part of its range as 5% (default: 0)'),
  bins: z
    .union([z.int().min(1).max(1_000_000), z.strictObject({ width: positive })])
    .optional()
    .describe('a number of range bins from 0 to the channel’s range, or { width: 2.5 } in its unit (default: no bins)'),
}

const channel = z.strictObject(channelShape).describe('settings of these channels: an object')

/** What YAML and the library take. Strict: an unknown key is an error. */
export const fatigueSchema = z
  .strictObject({
    residue: z
      .enum(residues)
      .optional()
      .describe(`${residues.join(', ')}: what becomes of the reversals that no cycle closes (default: half)`),
    equivalent_cycles: z
      .union([z.enum(['T', 'T+dt']), positive])
      .optional()
      .describe('T, T+dt: N_eq is f_eq times that; or a number: N_eq itself (default: T)'),
    bin_value: z
      .enum(binValues)
      .optional()
      .describe(`${binValues.join(', ')}: what a range stands for when there are bins (default: middle)`),
    curves: z
      .array(z.union([curveName, ownCurve]))
      .optional()
      .describe(
        'a list of S-N curves, each a column damage_<name>: names of docs/statistics.md, or { name, m1, log_a1, m2, log_a2 }',
      ),
    matrices: z
      .array(z.enum(cycleMatrices))
      .optional()
      .describe(`a list of ${cycleMatrices.join(', ')}: tables of cycles (default: none)`),
    matrix_bins: z.int().min(1).max(1000).optional().describe('classes to a side of a matrix, from 1 to 1000 (default: 64)'),
    ...channelShape,
    channels: z
      .record(z.string().min(1), channel)
      .optional()
      .describe('settings of channels by name or glob, the last that matches counts: an object of name: { … }'),
  })
  .describe('how cycles are counted and what is made of them: an object')
