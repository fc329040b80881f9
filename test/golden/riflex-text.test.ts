import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createEngine, type StatisticsRow } from '../../src/index.js'
import { riflexKey } from '../support/sima-files.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const sima = fileURLToPath(new URL('../../../shared/data/sima', import.meta.url))
const folder = temporaryFolder()
const engine = createEngine({ lanes: 2 })
afterAll(() => engine.close())

/** The numbers of a RIFLEX .bin as lines: each as many digits as its double needs, so that it is the same when it is read. */
function asText(bin: Buffer): string {
  const size = bin.readInt32LE(0)
  const lines: string[] = ['# the same as text']
  for (let at = 4; at < bin.length; at += size + 8)
    lines.push(Array.from({ length: size / 4 }, (_, i) => String(bin.readFloatLE(at + 4 * i))).join('  '))
  return `${lines.join('\n')}\n`
}

async function rowsOf(path: string): Promise<Omit<StatisticsRow, 'path' | 'file'>[]> {
  const rows: Omit<StatisticsRow, 'path' | 'file'>[] = []
  for await (const row of engine.statistics(path, { columns: ['*'] })) {
    if ('error' in row && row.error) throw row.error
    const { path: _path, file: _file, ...values } = row as StatisticsRow
    rows.push(values)
  }
  return rows
}

describe.skipIf(!existsSync(sima))('RIFLEX as text (skipped where ../shared/data is absent)', () => {
  test.each(['n_elmfor', 'wt_witurb'])(
    '%s.asc has the statistics of the .bin to the last bit, whichever file is named',
    async (name) => {
      const path = folder.write(`${name}.asc`, asText(readFileSync(join(sima, `${name}.bin`))))
      const key = join(folder.path, `key_${name}.txt`)
      copyFileSync(join(sima, `key_${name}.txt`), key)
      const wanted = await rowsOf(join(sima, `${name}.bin`))
      expect(await rowsOf(path)).toEqual(wanted)
      expect(await rowsOf(key)).toEqual(wanted)
      expect((await engine.inspect(path)).readPath).toBe('decoded')
    },
  )
})

test('an .asc with another number of columns than its key, with a word, or without rows', async () => {
  const refused = async (name: string, text: string) => {
    folder.write(`key_${name}.txt`, riflexKey)
    const rows = rowsOf(folder.write(`${name}.asc`, text))
    return rows.then(
      () => 'done',
      ({ code, message }) => `${code} ${message}`,
    )
  }
  expect(await refused('right', '# time and three\n\n0 1 2 3\n1 2 3 4\n')).toBe('done')
  expect(await refused('few', '0 1 2 3\n1 2 3\n2 3 4 5\n')).toMatch(/^FORMAT_TEXT_COLUMNS line 2 has 3 /)
  expect(await refused('word', '#\n0 1 2 3\n1 2 three 4\n')).toMatch(/^FORMAT_TEXT_NUMBER line 3, column 3/)
  expect(await refused('none', '# nothing\n')).toMatch(/^FORMAT_NO_SAMPLES /)
  expect(await refused('back', '1 1 2 3\n0 1 2 3\n')).toMatch(/^FORMAT_BAD_TIME line 2/)
})
