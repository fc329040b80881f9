/** Lets one waiter pass each time that something has changed; a change that nobody waits for is forgotten. */
export class Turnstile {
  #pass: (() => void) | undefined

  /** Resolves at the next change. One waiter at a time. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#pass = resolve
    })
  }

  readonly changed = (): void => {
    this.#pass?.()
    this.#pass = undefined
  }
}
