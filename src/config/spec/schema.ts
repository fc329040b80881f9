import { z } from 'zod'
import { tableNames } from '../../contract/batch.js'
import type { FamilyName } from '../../contract/generated/contract.js'
import { derivedSchema } from '../derived.js'
import { readModes } from '../engine-options.js'
import { extremesSchema } from '../extremes-options.js'
import { isInBounds, numberedFamily } from '../family-names.js'
import { fatigueSchema } from '../fatigue/schema.js'
import { cases } from './case-schema.js'
import { lines } from './line-schema.js'
import { duration, frequency } from './quantities.js'
import { filterSchema, spectrumSchema } from './spectrum-schema.js'

const name = z.string().min(1)

/** A name where a number is written too: `channels: [7]` is an index. */
const nameOrIndex = z.union([name, z.int().min(0)])

const period = z
  .strictObject({
    from: duration('First time of the period, itself included; the file’s own first when left out').optional(),
    to: duration('Last time of the period, itself included; the file’s own last when left out').optional(),
  })
  .describe('a period with from and to, each of them optional')

const input = z
  .strictObject({
    files: z
      .union([name, z.array(name).min(1)])
      .describe('files, folders and globs: a text, or a list of texts; relative ones are taken from the folder of this file'),
    recursive: z.boolean().optional().describe('true looks through folders to the bottom (default: false)'),
  })
  .describe('what is computed: an object with files')

const output = z
  .strictObject({
    folder: name.optional().describe('where the results go (default: wavemill-out)'),
    tables: z
      .array(z.enum(tableNames))
      .min(1)
      .optional()
      .describe(`a list of ${tableNames.join(', ')} (default: parquet, csv)`),
  })
  .describe('where results go: an object with folder and tables')

const statistics = z
  .strictObject({
    columns: z
      .array(name)
      .min(1)
      .optional()
      .describe('names or globs of columns, as docs/statistics.md lists them (default: the usual ones)'),
    percentiles: members('percentile', 'percents'),
    del: members('damage_equivalent_load', 'Wöhler exponents'),
    equivalent_frequency: frequency('f_eq of the damage-equivalent loads (default: 1Hz)').optional(),
    linked: z
      .union([z.boolean(), z.array(nameOrIndex).min(1)])
      .optional()
      .describe(
        'values of other channels at each channel’s extremes: true for all, or a list of names and globs (default: false)',
      ),
    fatigue: fatigueSchema.optional(),
    spectrum: spectrumSchema.optional(),
    extremes: extremesSchema.optional(),
  })
  .describe('what is computed of each channel: an object')

const reading = z
  .strictObject({
    mode: z
      .enum(readModes)
      .optional()
      .describe(`${readModes.join(', ')}: how files are read; the results are the same (default: auto)`),
    time_step: duration('Time step of files that have no time axis, as .npy (default: 1s, with a warning)').optional(),
  })
  .describe('how files are read: an object')

/** The spec as a user writes it, in YAML or as an object. Strict: an unknown key is an error. */
export const specSchema = z
  .strictObject({
    version: z.literal(1).describe('1: the version of this file’s form'),
    input,
    output: output.optional(),
    channels: z
      .array(nameOrIndex)
      .min(1)
      .optional()
      .describe('a list of names, globs (Ptfm*), name#2 for the second of a name, or indices (default: all)'),
    filter: filterSchema.optional(),
    derived: derivedSchema.optional(),
    statistics: statistics.optional(),
    periods: z
      .record(name, period)
      .optional()
      .describe('named periods, all computed in one pass: an object of name: { from, to } (default: whole)'),
    lines: lines.optional(),
    cases: cases.optional(),
    reading: reading.optional(),
    lanes: z
      .int()
      .min(1)
      .max(1024)
      .optional()
      .describe('threads that compute, from 1 to 1024 (default: as many as the machine runs at once)'),
  })
  .describe('a wavemill spec')

export type SpecInput = z.input<typeof specSchema>

function members(familyName: FamilyName, plural: string) {
  const family = numberedFamily(familyName)
  const bounds = z.number().min(family.from).max(family.to)
  const one = bounds.refine((parameter) => isInBounds(family, parameter))
  return z
    .array(one)
    .optional()
    .describe(`a list of ${plural} from ${family.from} to ${family.to}, empty for none (default: ${family.defaults.join(', ')})`)
}
