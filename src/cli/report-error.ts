import { isWavemillError, type WavemillError } from '../contract/error.js'
import { exitCodeOf, kSomeFailed } from './exit-codes.js'
import { printable } from './output/printable.js'

/** `CODE path: message`, on one line. */
export function errorLine(error: WavemillError): string {
  const place = error.path === undefined ? '' : ` ${error.path}`
  const byte = error.offsetBytes === undefined ? '' : ` (byte ${error.offsetBytes})`
  return printable(`${error.code}${place}: ${error.message}${byte}`)
}

/** Says on stderr what ended the command, and gives its exit code. */
export function reportError(error: unknown): number {
  if (isWavemillError(error)) {
    process.stderr.write(`${errorLine(error)}\n`)
    return exitCodeOf(error.code)
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`INTERNAL: ${detail}\n`)
  return kSomeFailed
}
