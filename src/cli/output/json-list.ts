import type { OutputStream } from './stream.js'

/** `{"files":[…]}`, an element a line, written as the elements come: a thousand files never make one text. */
export class JsonList {
  readonly #out: OutputStream
  readonly #key: string
  #isEmpty = true

  constructor(out: OutputStream, key: string) {
    this.#out = out
    this.#key = key
  }

  async add(element: unknown): Promise<void> {
    await this.#out.write(this.#separator() + JSON.stringify(element))
    this.#isEmpty = false
  }

  async end(): Promise<void> {
    await this.#out.write(this.#isEmpty ? `{"${this.#key}":[]}\n` : '\n]}\n')
  }

  #separator(): string {
    return this.#isEmpty ? `{"${this.#key}":[\n` : ',\n'
  }
}
