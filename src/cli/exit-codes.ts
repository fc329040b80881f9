import type { ErrorCode } from '../contract/generated/contract.js'

export const kDone = 0
export const kSomeFailed = 1
export const kUsage = 2
export const kNoEngine = 3
export const kInterrupted = 130

/** Codes of other families that say how the command was typed, not how the work went. */
const usage: ReadonlySet<ErrorCode> = new Set(['DISCOVER_NO_FILES', 'INPUT_TABLE', 'SINK_EXISTS'])

/** The exit code of an error that ended the command. */
export function exitCodeOf(code: ErrorCode): number {
  if (code.startsWith('USAGE_') || code.startsWith('CONFIG_') || usage.has(code)) return kUsage
  if (code === 'NATIVE_LOAD' || code === 'RESOURCE_THREADS') return kNoEngine
  return code === 'CANCELLED' ? kInterrupted : kSomeFailed
}
