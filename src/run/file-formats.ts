import { loadAddon } from '../addon/load.js'
import { type FormatDefinition, formats } from '../contract/generated/contract.js'
import { formatOfName } from '../discover/result-files.js'

/** Whether a worker thread turns the format into columns; the core reads the others. */
export function isDecoded({ reading }: FormatDefinition): boolean {
  return reading === 'worker'
}

/** A file's format by its name, or by its first bytes where that says nothing. */
export function formatOfContent(path: string, head: Uint8Array): FormatDefinition | undefined {
  const named = formatOfName(path)
  if (named || head.length === 0) return named
  const name = loadAddon().formatOf(path, head)
  return formats.find((format) => format.name === name)
}
