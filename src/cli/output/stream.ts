import type { Writable } from 'node:stream'

/** A stream that is written no faster than it is read, and that may lose its reader. */
export class OutputStream {
  readonly #stream: Writable
  readonly #onReaderLeft: () => void
  #hasReader = true

  constructor(stream: Writable, onReaderLeft: () => void) {
    this.#stream = stream
    this.#onReaderLeft = onReaderLeft
    // Each write reports its own error; without a listener the same error would also end the process.
    stream.on('error', () => undefined)
  }

  /** Resolves when the text is handed over, or when nobody is left to read it. */
  async write(text: string): Promise<void> {
    if (!this.#hasReader) return
    const error = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) => {
      this.#stream.write(text, resolve)
    })
    if (!error) return
    if (error.code !== 'EPIPE') throw error
    this.#hasReader = false
    this.#onReaderLeft()
  }
}
