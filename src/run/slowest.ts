import type { SlowFile } from './run-summary.js'

const kMost = 5

/** Keeps the slowest of the files that it is told of. */
export class Slowest {
  #files: SlowFile[] = []

  add(file: SlowFile): void {
    const fastest = this.#files[kMost - 1]
    if (fastest && file.seconds <= fastest.seconds) return
    this.#files = [...this.#files, file].sort((a, b) => b.seconds - a.seconds).slice(0, kMost)
  }

  get files(): readonly SlowFile[] {
    return this.#files
  }
}
