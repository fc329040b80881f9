import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareFolder } from '../../../src/run/output-folder.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const room = temporaryFolder()
const unfinished = ['results.csv.4711.part', 'results.parquet.12.part']
const others = ['notes.csv.12.part', 'results.csv.part', 'results.csv.bak']

test.each([
  { resume: true, overwrite: false },
  { resume: false, overwrite: true },
])('what a killed session left unfinished goes, what is the user’s stays: %o', async (options) => {
  for (const name of ['events.ndjson', ...unfinished, ...others]) writeFileSync(join(room.path, name), '')
  await prepareFolder(room.path, options)
  const names = readdirSync(room.path)
  expect(names).toEqual(expect.arrayContaining(others))
  for (const name of unfinished) expect(names).not.toContain(name)
})
