import { availableParallelism } from 'node:os'
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'

/** How the process is doing, since the reading before. */
export interface Load {
  readonly rssBytes: number
  /** Part of the CPUs that the process may use, from 0 to 1. */
  readonly cpuUse: number
  /** The longest that the main thread was held up. */
  readonly loopDelay_ms: number
}

const kResolution_ms = 2

/** Watches memory, CPU use and the main thread. Runs from the constructor to `stop`. */
export class LoadWatch {
  readonly #delay: IntervalHistogram
  #cpu = process.cpuUsage()
  #since_ms = performance.now()
  #longest_ms = 0
  #peakRss = 0

  constructor() {
    this.#delay = monitorEventLoopDelay({ resolution: kResolution_ms })
    this.#delay.enable()
  }

  read(): Load {
    const now_ms = performance.now()
    const { user, system } = process.cpuUsage(this.#cpu)
    const busy_ms = (user + system) / 1000
    const cpuUse = Math.min(1, busy_ms / Math.max(1, now_ms - this.#since_ms) / availableParallelism())
    const rssBytes = process.memoryUsage.rss()
    this.#peakRss = Math.max(this.#peakRss, rssBytes)
    this.#cpu = process.cpuUsage()
    this.#since_ms = now_ms
    return { rssBytes, cpuUse, loopDelay_ms: this.#loopDelay() }
  }

  /** Since the watch began. */
  get longest_ms(): number {
    this.#loopDelay()
    return this.#longest_ms
  }

  /** Of the readings. */
  get peakRssBytes(): number {
    return this.#peakRss
  }

  stop(): void {
    this.#delay.disable()
  }

  /** The histogram measures how late a timer of its resolution comes. */
  #loopDelay(): number {
    const late_ms = Math.max(0, this.#delay.max / 1e6 - kResolution_ms)
    this.#delay.reset()
    this.#longest_ms = Math.max(this.#longest_ms, late_ms)
    return late_ms
  }
}
