import type { ErrorCode } from '../contract/generated/contract.js'
import { kDone, kSomeFailed } from './exit-codes.js'

/** Counts how files ended. */
export class Tally {
  readonly #fileCount: number
  readonly #failures = new Map<ErrorCode, number>()
  #doneCount = 0

  /** @param fileCount   of the command line */
  constructor(fileCount: number) {
    this.#fileCount = fileCount
  }

  done(): void {
    ++this.#doneCount
  }

  failed(code: ErrorCode): void {
    this.#failures.set(code, (this.#failures.get(code) ?? 0) + 1)
  }

  get exitCode(): number {
    return this.#failures.size > 0 ? kSomeFailed : kDone
  }

  /** `2 of 5 files failed: IO_OPEN ×2`; undefined when none did. */
  get failureLine(): string | undefined {
    if (this.#failures.size === 0) return undefined
    const count = [...this.#failures.values()].reduce((sum, ofCode) => sum + ofCode, 0)
    const causes = [...this.#failures].sort(([, a], [, b]) => b - a).map(([code, ofCode]) => `${code} ×${ofCode}`)
    return `${count} of ${Math.max(this.#fileCount, this.#doneCount + count)} files failed: ${causes.join(', ')}` // an archive is several
  }

  get interruptionLine(): string {
    return `interrupted: ${this.#doneCount} of ${this.#fileCount} files done`
  }
}
