import { type Disposition, type ErrorCode, errors, type Stage } from './generated/contract.js'

export interface WavemillErrorContext {
  /** The file that it is about. */
  path?: string | undefined
  /** Where in the file. */
  offsetBytes?: number | undefined
  cause?: unknown
}

/** What `--format json` says of an error. */
export interface WavemillErrorJson {
  code: ErrorCode
  message: string
  offsetBytes?: number
}

// One symbol for the process: an error of another copy of the library is still recognised.
const brand = Symbol.for('wavemill.error')

/**
 * The one error type of the library. `code` is the same for the same input and decides `stage` and `disposition`; the message says what, where and
 * what to do, and is never parsed.
 */
export class WavemillError extends Error {
  override readonly name = 'WavemillError'
  readonly code: ErrorCode
  /** Where it arose. */
  readonly stage: Stage
  /** What a batch does about it. */
  readonly disposition: Disposition
  // Declared only: where there is nothing to say, the property is absent and not undefined.
  declare readonly path?: string
  declare readonly offsetBytes?: number

  constructor(code: ErrorCode, message: string, context: WavemillErrorContext = {}) {
    super(message, 'cause' in context ? { cause: context.cause } : undefined)
    this.code = code
    this.stage = errors[code].stage
    this.disposition = errors[code].disposition
    if (context.path !== undefined) this.path = context.path
    if (context.offsetBytes !== undefined) this.offsetBytes = context.offsetBytes
    Object.defineProperty(this, brand, { value: true })
  }

  toJSON(): WavemillErrorJson {
    const where = this.offsetBytes === undefined ? {} : { offsetBytes: this.offsetBytes }
    return { code: this.code, message: this.message, ...where }
  }
}

export function isWavemillError(value: unknown): value is WavemillError {
  return value instanceof Error && brand in value
}
