import type { GoverningExtremes, GoverningValue } from '../contract/batch.js'
import { writeWhole } from '../disk/whole-file.js'
import { csvField } from './csv-field.js'
import type { WrittenTable } from './table-request.js'

const kColumns = ['period', 'name', 'unit', 'files', 'min', 'min_time_s', 'min_path', 'max', 'max_time_s', 'max_path']

/** Lines to be made at once: the main thread is not held up. */
const kAtOnce = 32

/**
 * extremes.csv: a line a period and channel, its smallest and largest value over all files, when and where; then what the linked channels are there,
 * where they were asked for.
 */
export async function writeExtremesTable(path: string, extremes: readonly GoverningExtremes[]): Promise<WrittenTable> {
  const linked = new LinkedFields(extremes)
  const bytes = await writeWhole(path, async (append) => {
    await append(Buffer.from(`${[...kColumns, ...linked.header].map(csvField).join(',')}\r\n`))
    for (let from = 0; from < extremes.length; from += kAtOnce) {
      const lines = extremes.slice(from, from + kAtOnce).map((found) => `${lineOf(found, linked)}\r\n`)
      await append(Buffer.from(lines.join('')))
    }
  })
  return { rows: extremes.length, bytes }
}

function lineOf({ period, name, unit, fileCount, min, max }: GoverningExtremes, linked: LinkedFields): string {
  const identity = [csvField(period), csvField(name), csvField(unit), fileCount]
  return [...identity, ...fieldsOf(min), ...fieldsOf(max), ...linked.of(min), ...linked.of(max)].join(',')
}

function fieldsOf(found: GoverningValue | null): (string | number)[] {
  return found ? [found.value, found.time_s ?? '', csvField(found.path)] : ['', '', '']
}

/** Linked channels of all rows, in the order in which they come up. */
class LinkedFields {
  readonly #columns: readonly string[]
  /** Of each list of channels that rows have, where in it each column is. */
  readonly #places = new Map<readonly string[], readonly number[]>()

  constructor(extremes: readonly GoverningExtremes[]) {
    const lists = new Set(extremes.flatMap(({ min, max }) => [min?.linked?.channels ?? [], max?.linked?.channels ?? []]))
    this.#columns = [...new Set([...lists].flat())]
    for (const list of lists) {
      const places = new Map(list.map((channel, i) => [channel, i]))
      this.#places.set(
        list,
        this.#columns.map((column) => places.get(column) ?? -1),
      )
    }
  }

  get header(): string[] {
    return ['min', 'max'].flatMap((extreme) => this.#columns.map((column) => `${extreme}: ${column}`))
  }

  of(found: GoverningValue | null): (string | number)[] {
    const { channels, values = [] } = found?.linked ?? {}
    const places = channels && this.#places.get(channels)
    return places ? places.map((place) => values[place] ?? '') : this.#columns.map(() => '')
  }
}
