/** How far a batch is. */
export interface Standing {
  readonly done: number
  readonly failed: number
  readonly files: number
  readonly doneBytes: number
  readonly bytes: number
  /** Of late; 0 while nothing has ended. */
  readonly bytesPerSecond: number
  /** Bracket of the time that is left; undefined while too little is known. */
  readonly left_s: { readonly from: number; readonly to: number } | undefined
}

/** What a file costs beside its bytes, in bytes: opening it, its header, its rows. */
const kFileCost_bytes = 200_000
const kLeastEndings = 3
/** Half of a rate's weight is younger than this. */
const kHalfLife_s = 10
/** The bracket is never narrower than this part of the estimate to either side. */
const kLeastDoubt = 0.1

/**
 * Measures a batch: what is done, how fast, how long the rest takes.
 *
 * The time left is the work that remains over two rates, that of the whole run and that of late; their difference is the honest doubt.
 */
export class Meter {
  readonly #files: number
  readonly #bytes: number
  readonly #begin_s: number
  #done = 0
  #failed = 0
  #doneBytes = 0
  #smoothed = 0
  #smoothedWeight = 0
  #last_s: number
  #recentCost = 0

  /** @param now_s   of a clock that never goes back; the others take the same */
  constructor(files: number, bytes: number, now_s: number) {
    this.#files = files
    this.#bytes = bytes
    this.#begin_s = now_s
    this.#last_s = now_s
  }

  /** A file has ended. */
  ended(bytes: number, isDone: boolean): void {
    if (isDone) ++this.#done
    else ++this.#failed
    this.#doneBytes += bytes
    this.#recentCost += bytes + kFileCost_bytes
  }

  /** Counts what ended since the last call into the rate of late. */
  standing(now_s: number): Standing {
    this.#smooth(now_s)
    const rate = this.#smoothedWeight > 0 ? this.#smoothed / this.#smoothedWeight : 0
    const share = this.#doneBytes / Math.max(1, this.#cost(this.#doneBytes, this.#ended))
    return {
      done: this.#done,
      failed: this.#failed,
      files: this.#files,
      doneBytes: this.#doneBytes,
      bytes: this.#bytes,
      bytesPerSecond: rate * share,
      left_s: this.#left(rate, now_s),
    }
  }

  get #ended(): number {
    return this.#done + this.#failed
  }

  #cost(bytes: number, files: number): number {
    return bytes + files * kFileCost_bytes
  }

  #smooth(now_s: number): void {
    const elapsed_s = now_s - this.#last_s
    if (elapsed_s <= 0) return
    const kept = 0.5 ** (elapsed_s / kHalfLife_s)
    this.#smoothed = this.#smoothed * kept + this.#recentCost
    this.#smoothedWeight = this.#smoothedWeight * kept + elapsed_s
    this.#recentCost = 0
    this.#last_s = now_s
  }

  #left(rateOfLate: number, now_s: number): Standing['left_s'] {
    const left = this.#cost(this.#bytes, this.#files) - this.#cost(this.#doneBytes, this.#ended)
    if (left <= 0) return { from: 0, to: 0 }
    const rateOfAll = this.#cost(this.#doneBytes, this.#ended) / Math.max(1e-9, now_s - this.#begin_s)
    if (this.#ended < kLeastEndings || rateOfLate <= 0) return undefined
    const fast = Math.max(rateOfLate, rateOfAll)
    const slow = Math.min(rateOfLate, rateOfAll)
    return { from: (left / fast) * (1 - kLeastDoubt), to: (left / slow) * (1 + kLeastDoubt) }
  }
}
