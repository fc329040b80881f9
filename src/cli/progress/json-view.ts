import type { RunEvent } from '../../contract/generated/events.js'
import type { OutputStream } from '../output/stream.js'
import type { ProgressView } from './progress-view.js'

const kBetweenProgress_ms = 1000

/** Events as NDJSON. How far the run is comes once a second; everything else as it happens. */
export class JsonView implements ProgressView {
  readonly #out: OutputStream
  #written: Promise<void> = Promise.resolve()
  #progress_ms = Number.NEGATIVE_INFINITY

  constructor(out: OutputStream) {
    this.#out = out
  }

  event(event: RunEvent): void {
    if (event.event === 'progress' && !this.#isDue()) return
    const line = `${JSON.stringify(event)}\n`
    this.#written = this.#written.then(() => this.#out.write(line))
  }

  end(): void {
    // Nothing was drawn.
  }

  /** Resolves when all is handed over. */
  written(): Promise<void> {
    return this.#written
  }

  #isDue(): boolean {
    const now_ms = performance.now()
    if (now_ms - this.#progress_ms < kBetweenProgress_ms) return false
    this.#progress_ms = now_ms
    return true
  }
}
