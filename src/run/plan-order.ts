/** Passes values on in the order of the plan, as soon as all before them are there or known never to come. */
export class PlanOrder<Value> {
  readonly #pass: (values: readonly Value[]) => void
  readonly #waiting = new Map<number, Value | undefined>()
  #next = 0

  constructor(pass: (values: readonly Value[]) => void) {
    this.#pass = pass
  }

  set(task: number, value: Value): void {
    this.#waiting.set(task, value)
    this.#advance()
  }

  /** This one never comes. */
  skip(task: number): void {
    this.#waiting.set(task, undefined)
    this.#advance()
  }

  #advance(): void {
    const ready: Value[] = []
    for (; this.#waiting.has(this.#next); ++this.#next) {
      const value = this.#waiting.get(this.#next)
      this.#waiting.delete(this.#next)
      if (value !== undefined) ready.push(value)
    }
    if (ready.length > 0) this.#pass(ready)
  }
}
