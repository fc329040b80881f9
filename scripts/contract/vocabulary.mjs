// The words that the contract may use, and what they mean to a reader. Adding one is a decision: it is here, and not in the data.

/** Families of error codes, in the order of the documentation. A prefix without `_` is a whole code. */
export const errorFamilies = [
  { prefix: 'USAGE_', title: 'The command line' },
  { prefix: 'CONFIG_', title: 'Settings' },
  { prefix: 'DISCOVER_', title: 'Finding files' },
  { prefix: 'IO_', title: 'The operating system' },
  { prefix: 'FORMAT_', title: 'What is in a file' },
  { prefix: 'INPUT_', title: 'What was asked of a file' },
  { prefix: 'RESOURCE_', title: 'Memory and threads' },
  { prefix: 'LICENCE_', title: 'Licences' },
  { prefix: 'SINK_', title: 'Writing results' },
  { prefix: 'NATIVE_', title: 'The native core' },
  { prefix: 'CANCELLED', title: 'Cancelled' },
  { prefix: 'INTERNAL', title: 'Defects' },
]

/** Where an error arises: rooms of src/. */
export const stages = ['cli', 'config', 'discover', 'plan', 'extract', 'decode', 'compute', 'collect', 'write', 'run']

export const dispositions = ['retry', 'skip-file', 'abort-run']

/** Which stream an event belongs to: what happened, or how it looked. */
export const streams = ['journal', 'telemetry']

/** How a format's samples are had. */
export const readings = ['mapped', 'decoded', 'mapped or decoded', 'worker']

/** Names that a format's files may have, and those of them that are shared with other things. */
export const kMostFilePatterns = 4

/** What a field of an event holds: its TypeScript type and its JSON Schema. */
export const fieldTypes = {
  text: { typescript: 'string', schema: { type: 'string' } },
  texts: { typescript: 'readonly string[]', schema: { type: 'array', items: { type: 'string' } } },
  count: { typescript: 'number', schema: { type: 'integer', minimum: 0 } },
  number: { typescript: 'number', schema: { type: 'number' } },
  code: { typescript: 'ErrorCode', schema: { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$' } },
}

export const errorFamilyOf = (code) =>
  errorFamilies.find(({ prefix }) => (prefix.endsWith('_') ? code.startsWith(prefix) : code === prefix))

/** Codes of other families that say how the command was typed, not how the work went. */
const usage = ['DISCOVER_NO_FILES', 'INPUT_TABLE', 'SINK_EXISTS']

/** What the command line leaves with when this error is the worst of a run. */
export function exitCodeOf({ code }) {
  if (code === 'CANCELLED') return 130
  if (code === 'RESOURCE_THREADS' || code === 'NATIVE_LOAD') return 3
  if (code.startsWith('USAGE_') || code.startsWith('CONFIG_') || usage.includes(code)) return 2
  return 1
}
