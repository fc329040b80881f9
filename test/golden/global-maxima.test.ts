import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createEngine } from '../../src/index.js'

// QATS's counts of global maxima in real files. Ours are between successive up-crossings; QATS also takes the peak behind the last up-crossing where the
// record falls below the mean again before it ends: one more, never another number.

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const formats = ['.outb', '.out', '.bin', '.ts', '.tda']

interface Reference {
  meta: { source: string }
  channels: Record<string, { basic: { max: number; min: number }; qats?: { n_global_maxima?: number } | null }>
}

const references = existsSync(shared)
  ? readdirSync(join(shared, 'reference'))
      .map((file) => JSON.parse(readFileSync(join(shared, 'reference', file), 'utf8')) as Reference)
      .filter((reference) => formats.some((extension) => reference.meta?.source?.endsWith(extension)))
  : []
if (references.length === 0) console.warn('global maxima of real files: skipped, ../shared is not there')

const engine = createEngine()
afterAll(() => engine.close())

describe.skipIf(references.length === 0)('global maxima: as many as QATS counts, or one less at the record’s end', () => {
  for (const { meta, channels } of references) {
    it(meta.source, async () => {
      const counts: [name: string, ours: number | null | undefined, theirs: number][] = []
      const columns = ['global_maxima_count', 'max', 'upcrossing_count']
      for await (const row of engine.statistics(join(shared, 'data', meta.source), { columns })) {
        if (row.error) throw row.error
        const reference = channels[row.name]
        const theirs = reference?.qats?.n_global_maxima
        if (reference?.basic.max !== row.max || theirs === undefined) continue // another channel of that name
        expect(row.global_maxima_count).toBe(Math.max(0, (row.upcrossing_count ?? 0) - 1))
        counts.push([row.name, row.global_maxima_count, theirs])
      }
      expect(counts.length).toBeGreaterThan(0)
      const isAlike = ([, ours, theirs]: (typeof counts)[number]) => ours === theirs || ours === theirs - 1
      expect(counts.filter((count) => !isAlike(count))).toEqual([])
    })
  }
})
