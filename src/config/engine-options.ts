import { z } from 'zod'
import { asWritten, check, type NameSetting } from './check.js'

export interface EngineOptions {
  /** Threads that compute; by default as many as the process may use at once. */
  lanes?: number | undefined
  /** Instruction set: `auto`, or one that the core names. Wins over WAVEMILL_ISA. The results are the same bits with each. */
  isa?: string | undefined
  /** How files are read: mapped, read into a reused buffer, or whichever suits the file. The results are the same bits. */
  readMode?: 'auto' | 'map' | 'read' | undefined
  /** The time step of files that have no time axis of their own (.npy); 1 s by default, with a warning. */
  timeStep_s?: number | undefined
}

export const readModes = ['auto', 'map', 'read'] as const

const schema = z.strictObject({
  lanes: z.int().min(1).max(1024).optional().describe('a whole number from 1 to 1024'),
  isa: z.string().min(1).optional().describe("'auto' or the name of an instruction set"),
  readMode: z
    .enum(readModes)
    .optional()
    .describe(readModes.join(', ').replace(/, (\w+)$/, ' or $1')),
  timeStep_s: z.number().positive().optional().describe('a time in seconds above 0'),
})

/** @errors   CONFIG_VALUE */
export function checkEngineOptions(options: unknown, nameOf: NameSetting = asWritten): EngineOptions {
  return check(schema, options, nameOf)
}
