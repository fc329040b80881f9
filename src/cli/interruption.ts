import { kDone, kInterrupted } from './exit-codes.js'

/** Why a command stops before its end: the first Ctrl-C, or a reader that left (`| head`). The second Ctrl-C ends the process at once. */
export class Interruption {
  readonly #controller = new AbortController()
  readonly #onSigint = () => this.#stop(kInterrupted)
  #exitCode: number | undefined

  constructor() {
    process.once('SIGINT', this.#onSigint)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Undefined while nothing stopped the command. */
  get exitCode(): number | undefined {
    return this.#exitCode
  }

  /** Nobody reads what is written: there is nothing left to do, and nothing went wrong. */
  readerLeft(): void {
    this.#stop(kDone)
  }

  forget(): void {
    process.off('SIGINT', this.#onSigint)
  }

  #stop(exitCode: number): void {
    this.#exitCode ??= exitCode
    this.#controller.abort()
  }
}
