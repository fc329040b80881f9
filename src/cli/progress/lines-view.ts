import type { Progress, RunEvent } from '../../contract/generated/events.js'
import { failureLine } from './failure-line.js'
import type { ProgressView } from './progress-view.js'
import { fraction, standingText } from './standing-text.js'

const kEvery_s = 10
const kEveryPart = 0.05

/** For logs and pipes: a line every 10 s or 5 %, and one for each file that failed. */
export class LinesView implements ProgressView {
  readonly #say: (line: string) => void
  readonly #now_s: () => number
  #said_s: number
  #saidPart = 0

  constructor(say: (line: string) => void, now_s = () => performance.now() / 1000) {
    this.#say = say
    this.#now_s = now_s
    this.#said_s = now_s()
  }

  event(event: RunEvent): void {
    if (event.event === 'file_failed') this.#say(failureLine(event))
    if (event.event === 'progress') this.#progress(event)
  }

  end(): void {
    // Every line stands for itself.
  }

  #progress(progress: Progress): void {
    const part = fraction(progress)
    const now_s = this.#now_s()
    if (now_s - this.#said_s < kEvery_s && part - this.#saidPart < kEveryPart) return
    this.#said_s = now_s
    this.#saidPart = part
    this.#say(`${String(Math.floor(100 * part)).padStart(3)} %  ${standingText(progress)}`)
  }
}
