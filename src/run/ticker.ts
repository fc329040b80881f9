import type { Progress } from '../contract/generated/events.js'
import { type Load, LoadWatch } from '../monitor/load.js'
import type { Meter } from '../monitor/meter.js'

export interface TickerOptions {
  meter: Meter
  every_ms: number
  emit(event: Progress): void
}

/** Says every so often how far a run is, from its begin to `stop`. */
export class Ticker {
  readonly #options: TickerOptions
  readonly #watch = new LoadWatch()
  readonly #timer: NodeJS.Timeout

  constructor(options: TickerOptions) {
    this.#options = options
    this.#timer = setInterval(() => this.tick(), options.every_ms)
  }

  tick(): void {
    const standing = this.#options.meter.standing(performance.now() / 1000)
    this.#options.emit(progressEvent(standing, this.#watch.read()))
  }

  get longestPause_ms(): number {
    return this.#watch.longest_ms
  }

  get peakRssBytes(): number {
    return this.#watch.peakRssBytes
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#watch.stop()
  }
}

function progressEvent(standing: ReturnType<Meter['standing']>, load: Load): Progress {
  const { left_s, ...counts } = standing
  const left = left_s ? { left_from_s: left_s.from, left_to_s: left_s.to } : {}
  return { event: 'progress', time: new Date().toISOString(), ...counts, ...left, ...load }
}
