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

export const errorFamilyOf = (code) =>
  errorFamilies.find(({ prefix }) => (prefix.endsWith('_') ? code.startsWith(prefix) : code === prefix))

/** What the command line leaves with when this error is the worst of a run. */
export function exitCodeOf({ code }) {
  if (code === 'CANCELLED') return 130
  if (code === 'RESOURCE_THREADS' || code === 'NATIVE_LOAD') return 3
  if (code.startsWith('USAGE_') || code.startsWith('CONFIG_')) return 2
  return 1
}
