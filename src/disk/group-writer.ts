/** Writes a group of items and waits until it is on disk. */
export type WriteGroup<Item> = (items: readonly Item[]) => Promise<void>

interface Waiting<Item> {
  item: Item
  resolve(): void
  reject(error: unknown): void
}

/**
 * Group commit: items that come while a group is being written, or within a short time of the first, go together. A group at a time, in the
 * order in which they came. After a group failed every item is refused with its error: nothing is written behind a gap.
 */
export class GroupWriter<Item> {
  readonly #write: WriteGroup<Item>
  readonly #wait_ms: number
  #waiting: Waiting<Item>[] = []
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined
  #failure: { error: unknown } | undefined

  constructor(write: WriteGroup<Item>, wait_ms: number) {
    this.#write = write
    this.#wait_ms = wait_ms
  }

  /** Resolves when the item is on disk. */
  add(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      this.#timer ??= setTimeout(() => this.#begin(), this.#wait_ms)
    })
  }

  /** Writes what is waiting, now; resolves when nothing is left to write. */
  async flush(): Promise<void> {
    while (this.#waiting.length > 0 || this.#writing) {
      this.#begin()
      await this.#writing
    }
  }

  #begin(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#writing || this.#waiting.length === 0) return
    const group = this.#waiting
    this.#waiting = []
    this.#writing = this.#commit(group).finally(() => {
      this.#writing = undefined
      this.#begin() // what came meanwhile has waited long enough
    })
  }

  async #commit(group: readonly Waiting<Item>[]): Promise<void> {
    try {
      if (this.#failure) throw this.#failure.error
      await this.#write(group.map(({ item }) => item))
      for (const { resolve } of group) resolve()
    } catch (error) {
      this.#failure ??= { error }
      for (const { reject } of group) reject(error)
    }
  }
}
