import type { FileFailed } from '../../contract/generated/events.js'
import { errorText } from '../report-error.js'

/** `CODE path: message (byte n)`. */
export function failureLine({ code, path, message, offsetBytes }: FileFailed): string {
  return errorText({ code, path, message, offsetBytes })
}
