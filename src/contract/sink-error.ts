import { WavemillError } from './error.js'

const kFull: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const kForbidden: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM', 'EROFS'])

/** What the operating system's error means for an output. One that is a WavemillError already stays what it is. */
export function sinkError(path: string, cause: unknown): WavemillError {
  if (cause instanceof WavemillError) return cause
  const { code, message } = cause as NodeJS.ErrnoException
  if (kFull.has(code))
    return new WavemillError(
      'SINK_FULL',
      `no room to write '${path}': ${message}; what is done is kept: make room, then --resume`,
      {
        path,
        cause,
      },
    )
  if (kForbidden.has(code))
    return new WavemillError('SINK_PERMISSION', `'${path}' may not be written: ${message}`, { path, cause })
  return new WavemillError('SINK_WRITE', `'${path}' cannot be written: ${message}; what is done is kept: --resume continues`, {
    path,
    cause,
  })
}
