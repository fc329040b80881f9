import { isWavemillError, type WavemillError } from '../contract/error.js'
import { exitCodeOf, kSomeFailed } from './exit-codes.js'
import { printable } from './output/printable.js'

/** `CODE path: message`, on one line, and the byte in the file unless the message has it. */
export function errorLine(error: WavemillError): string {
  return printable(errorText(error))
}

/** What `errorLine` makes printable. */
export function errorText(
  error: Pick<WavemillError, 'code' | 'message'> & { path?: string | undefined; offsetBytes?: number | undefined },
): string {
  const place = error.path === undefined ? '' : ` ${error.path}`
  const byte = `byte ${error.offsetBytes}`
  const where = error.offsetBytes === undefined || new RegExp(`\\b${byte}\\b`).test(error.message) ? '' : ` (${byte})`
  return `${error.code}${place}: ${error.message}${where}`
}

/** Says on stderr what ended the command, and gives its exit code. */
export function reportError(error: unknown): number {
  if (isWavemillError(error)) {
    for (const line of errorText(error).split('\n')) process.stderr.write(`${printable(line)}\n`)
    return exitCodeOf(error.code)
  }
  if (error instanceof Error && 'syscall' in error) {
    // The command's own files fail with a WavemillError; what is left is the output: a full disk, a closed terminal.
    process.stderr.write(`cannot write the output: ${error.message}\n`)
    return kSomeFailed
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`INTERNAL: ${detail}\n`)
  return kSomeFailed
}
