import type { ErrorCode } from '../contract/generated/contract.js'

/** Why a file has no contents or columns. An error's class does not survive the way between threads, so this is what goes. */
export interface DecodeFailure {
  readonly code: ErrorCode
  readonly message: string
  readonly offsetBytes?: number
}

/** A fault of the file that a reader has found and can name. */
export class FileFault extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

const kByErrno: Readonly<Record<string, DecodeFailure>> = {
  ENOENT: { code: 'DISCOVER_NOT_FOUND', message: 'there is no file of that name' },
  ENOTDIR: { code: 'DISCOVER_NOT_FOUND', message: 'there is no file of that name' },
  EISDIR: { code: 'DISCOVER_NOT_A_FILE', message: 'the path is a folder' },
  EACCES: { code: 'IO_PERMISSION', message: 'the file may not be read by this user' },
  EPERM: { code: 'IO_PERMISSION', message: 'the file may not be read by this user' },
}

/** What the operating system says, or memory that ran out; undefined for anything else. */
export function systemFailure(error: unknown): DecodeFailure | undefined {
  const { code, syscall, message } = error as NodeJS.ErrnoException
  if (code !== undefined && code in kByErrno) return kByErrno[code]
  if (syscall !== undefined) return { code: 'IO_READ', message: `the file could not be read: ${message}` }
  if (error instanceof RangeError && /allocation|array length|buffer|memory/i.test(message))
    return { code: 'RESOURCE_MEMORY', message: 'not enough memory for this file' }
  return undefined
}
