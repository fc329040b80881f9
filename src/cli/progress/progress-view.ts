import type { RunEvent } from '../../contract/generated/events.js'

/** Shows a run while it goes. */
export interface ProgressView {
  event(event: RunEvent): void
  /** The last of it; nothing is drawn afterwards. */
  end(): void
}

export const noProgress: ProgressView = { event: () => undefined, end: () => undefined }
