/** Lets so many at a time do their work; the others wait, first come first served. */
export class Turns {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(count: number) {
    this.#free = count
  }

  async take<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#free > 0) --this.#free
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else ++this.#free
    }
  }
}
