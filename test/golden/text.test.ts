import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.js'
import { rowsOf } from '../support/rows.js'

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const isThere = existsSync(data)
const engine = createEngine()
afterAll(() => engine.close())

describe.skipIf(!isThere)('text against what others have of the same numbers', () => {
  test('AOC_WSt: the .out and the .outb of one run agree to the digits of the text', async () => {
    const [text, binary] = await Promise.all(
      ['AOC_WSt.out', 'AOC_WSt.outb'].map((name) => rowsOf(engine, join(data, 'openfast', name))),
    )
    expect(text).toHaveLength(27)
    const ofName = new Map(binary?.map((row) => [row.name, row]))
    for (const row of text ?? []) {
      const other = ofName.get(row.name)
      expect(other, row.name).toBeDefined()
      // The text has four digits; the 16 bits of the .outb are finer than that, except near the middle of a large range.
      const step = 5.1e-4 * Math.max(Math.abs(row.min ?? 0), Math.abs(row.max ?? 0))
      for (const name of ['min', 'max', 'mean', 'std'] as const) {
        expect(Math.abs((row[name] ?? 0) - (other?.[name] ?? 0)), `${row.name} ${name}`).toBeLessThanOrEqual(step + 1e-12)
      }
      expect(row.unit).toBe(other?.unit)
    }
    expect(text?.[0]?.file.time.start_s).toBe(binary?.[0]?.file.time.start_s)
    expect(text?.[0]?.file.sampleCount).toBe(binary?.[0]?.file.sampleCount)
  })

  test('OrcaFlex export: the extremes of its own summary', async () => {
    const rows = await rowsOf(engine, join(data, 'orcaflex', 'FST2F_FST1F_LWL_000deg_Strut1.csv'))
    const tension = rows.find(({ name }) => name === 'Tension (Jacket End)')
    expect(tension).toMatchObject({ min: -20.240522, time_of_min_s: 10, max: 68.424957, time_of_max_s: 3.5, unit: '' })
  })

  test('summaries are no time histories, and say so', async () => {
    for (const name of [
      'dm_fsts_lngc_lngc_moorings_dynamic',
      'fsts_simultaneous_strut2_FST_Ly',
      'fsts_summary_strut_dynamics',
      'opp_linked_statistics1_ef_end_b',
    ]) {
      await expect(rowsOf(engine, join(data, 'orcaflex', `${name}.csv`))).rejects.toMatchObject({
        code: 'FORMAT_TEXT_NUMBER',
        message: expect.stringMatching(/^line 2, column 1 \('fe_filename'\): 'K:.*' is not a number$/),
      })
    }
  })

  test('a signal without name and time takes the step that it is told', async () => {
    const file = join(data, 'text', 'strain_signal.txt')
    const timed = createEngine({ timeStep_s: 0.1 })
    const [row] = await rowsOf(timed, file)
    await timed.close()
    expect(row).toMatchObject({ count: 60_000, name: 'column 1' })
    expect(row?.file.time).toEqual({ start_s: 0, stop_s: 5999.900000000001, step_s: 0.1 })
  })
})

test.skipIf(isThere)('../shared/data is not here', (context) => context.skip('the files of others are checked where they are'))
