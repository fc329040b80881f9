import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WavemillError } from '../../../src/contract/error.js'
import { discover } from '../../../src/discover/discover.js'
import { oncePerPair } from '../../../src/discover/pairs.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const room = temporaryFolder()

function made(name: string, files: readonly string[]): string {
  const folder = join(room.path, name)
  for (const file of files) {
    const path = join(folder, file)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, file)
  }
  return folder
}

/** An archive is a file of lines here: the names of its members. */
const kOptions = {
  recursive: false,
  membersOf: async (archive: string) => {
    const text = readFileSync(archive, 'utf8')
    if (text === 'damaged') throw new WavemillError('FORMAT_ZIP', 'damaged', { path: archive })
    return text.split('\n').map((name, i) => ({ name, sizeBytes: i }))
  },
}

async function found(folder: string, inputs: readonly string[], recursive = false): Promise<string[]> {
  const { files } = await discover(
    inputs.map((input) => join(folder, input)),
    { ...kOptions, recursive },
  )
  return files.map(({ path }) => relative(folder, path))
}

describe('discover', () => {
  test('a folder: its result files by name, numbers by value; nothing hidden, nothing below', async () => {
    const folder = made('plain', [
      'case10.outb',
      'case2.outb',
      'Case1.OUT',
      'a.npy',
      'b.csv.gz',
      'notes.txt',
      'x.md',
      '.hidden.csv',
      'sub/c.tsv',
    ])
    expect(await found(folder, ['.'])).toEqual(['a.npy', 'b.csv.gz', 'Case1.OUT', 'case2.outb', 'case10.outb'])
    expect(await found(folder, ['.'], true)).toEqual(['a.npy', 'b.csv.gz', 'Case1.OUT', 'case2.outb', 'case10.outb', 'sub/c.tsv'])
  })

  test('output folders of runs and node_modules are no input', async () => {
    const folder = made('outputs', [
      'a.outb',
      'out/events.ndjson',
      'out/parts/0001.seg',
      'out/results.csv',
      'node_modules/x/data.csv',
    ])
    expect(await found(folder, ['.'], true)).toEqual(['a.outb'])
  })

  test('globs, and files whose names look like globs', async () => {
    const folder = made('globs', ['a1.outb', 'a2.outb', 'b[1].outb', 'deep/er/a3.outb', 'deep/notes.md'])
    expect(await found(folder, ['a*.outb'])).toEqual(['a1.outb', 'a2.outb'])
    expect(await found(folder, ['**/a*'])).toEqual(['a1.outb', 'a2.outb', 'deep/er/a3.outb'])
    expect(await found(folder, ['b[1].outb'])).toEqual(['b[1].outb'])
  })

  test('inputs keep their order; what is named twice comes once', async () => {
    const folder = made('twice', ['b.outb', 'a.outb', 'c.outb'])
    expect(await found(folder, ['c.outb', '.', './c.outb', '*.outb'])).toEqual(['c.outb', 'a.outb', 'b.outb'])
  })

  test('a file that is not there is lost, and the others go on; size and time of the rest', async () => {
    const folder = made('lost', ['a.outb'])
    const { files, lost } = await discover([join(folder, 'gone.outb'), join(folder, 'a.outb')], kOptions)
    expect(files).toEqual([{ path: join(folder, 'a.outb'), sizeBytes: 6, modified_ms: expect.any(Number) }])
    expect(lost).toMatchObject([{ path: join(folder, 'gone.outb'), error: { code: 'DISCOVER_NOT_FOUND' } }])
  })

  test('a folder or glob without result files is an error, and says what is below', async () => {
    const folder = made('none', ['deep/a.outb'])
    await expect(discover([folder], kOptions)).rejects.toMatchObject({
      code: 'DISCOVER_NO_FILES',
      message: expect.stringMatching(/1 folders below.*--recursive/),
    })
    await expect(discover([join(folder, '*.csv')], kOptions)).rejects.toMatchObject({ code: 'DISCOVER_NO_FILES' })
    await expect(discover([], kOptions)).rejects.toMatchObject({ code: 'DISCOVER_NO_FILES' })
  })

  test('an archive is the result files in it, by name; a folder of such a name is a folder', async () => {
    const folder = made('archives', ['a.outb', 'case.zip/b.outb'])
    writeFileSync(join(folder, 'runs.zip'), 'x/case10.outb\nx/case2.CSV\nreadme.md\nx/packed.csv.gz')
    writeFileSync(join(folder, 'empty.zip'), 'readme.md')
    writeFileSync(join(folder, 'bad.zip'), 'damaged')
    const inside = ['runs.zip/x/case2.CSV', 'runs.zip/x/case10.outb']
    expect((await found(folder, ['runs.zip'])).sort()).toEqual([...inside].sort())
    expect(await found(folder, ['runs.zip/x/case2.CSV', 'case.zip/b.outb'])).toEqual([inside[0], 'case.zip/b.outb'])
    expect(await found(folder, ['case.zip'])).toEqual(['case.zip/b.outb'])
    const { files, lost } = await discover([folder, join(folder, 'runs.zip/gone.outb')], kOptions)
    expect(files.map(({ path, sizeBytes }) => [relative(folder, path), sizeBytes])).toContainEqual(['runs.zip/x/case2.CSV', 1])
    expect(files).toHaveLength(3)
    expect(lost.map(({ path, error }) => [relative(folder, path), error.code])).toEqual([
      ['bad.zip', 'FORMAT_ZIP'],
      ['empty.zip', 'FORMAT_ZIP'],
      ['runs.zip/gone.outb', 'DISCOVER_NOT_FOUND'],
    ])
  })

  test('the two files of a format of two are one result: the data, whichever is named', async () => {
    const folder = made('pairs', ['b.sel', 'b.dat', 'A.DAT', 'A.SEL', 'stray.dat', 'notes.txt', 'c.outb'])
    expect(await found(folder, ['.'])).toEqual(['A.DAT', 'b.dat', 'c.outb'])
    expect(await found(folder, ['b.sel', 'b.dat', 'A.SEL'])).toEqual(['b.dat', 'A.DAT'])
    expect(await found(folder, ['*.sel'])).toEqual(['b.dat'])
    expect(await found(folder, ['**/*'])).toEqual(['A.DAT', 'b.dat', 'c.outb'])
    expect(await found(folder, ['stray.dat', '*.dat'])).toEqual(['stray.dat', 'b.dat'])
    const { files } = await discover([join(folder, 'b.sel')], kOptions)
    const description = { path: join(folder, 'b.sel'), sizeBytes: 5, modified_ms: expect.any(Number) }
    expect(files).toEqual([{ path: join(folder, 'b.dat'), sizeBytes: 5, modified_ms: expect.any(Number), description }])
  })

  test('a description without data is told, unless other things have its name', async () => {
    const folder = made('halves', ['half.sel', 'half.dat.gz', 'lone.sel', 'lone.dat2'])
    expect(await found(folder, ['.'])).toEqual(['half.dat.gz', 'lone.sel'])
  })

  test('named twice on a command line, a pair is one file', () => {
    expect(oncePerPair(['r/b.sel', 'r/b.dat', 'q/b.sel', 'x.outb', 'x.outb'])).toEqual(['r/b.dat', 'q/b.sel', 'x.outb', 'x.outb'])
  })
})
