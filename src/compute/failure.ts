import type { NativeFailure } from '../addon/native.js'
import { WavemillError } from '../contract/error.js'
import { type ErrorCode, errors } from '../contract/generated/contract.js'

/** What the core says of a file. */
export function fileError(failure: NativeFailure, path: string): WavemillError {
  return new WavemillError(failure.code, failure.message, { path, offsetBytes: failure.offsetBytes })
}

/** What the core throws when it refuses the engine's options. */
export function engineError(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !('code' in thrown) || !isErrorCode(thrown.code)) return thrown
  return new WavemillError(thrown.code, thrown.message, { cause: thrown })
}

export function cancelled(signal: AbortSignal | undefined): WavemillError {
  const because = signal?.aborted ? { cause: signal.reason } : {}
  return new WavemillError('CANCELLED', 'the caller aborted the work', because)
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in errors
}
