import { stat } from 'node:fs/promises'
import { basename, normalize, resolve } from 'node:path'
import type { ArchiveMember } from '../contract/archive.js'
import type { FoundFile } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'
import { Archives, type LostPath } from './archives.js'
import { folderFiles } from './folder-files.js'
import { Pairs } from './pairs.js'
import { byName, isResultFile, mayBePaired, type ResultName, resultExtensions } from './result-files.js'

export interface Discovered {
  readonly files: readonly FoundFile[]
  /** Named, and not to be had: the others go on. */
  readonly lost: readonly LostPath[]
}

export interface DiscoverOptions {
  /** Folders are looked through to the bottom. */
  recursive: boolean
  /** The files of an archive; rejects with a WavemillError. */
  membersOf(archive: string): Promise<readonly ArchiveMember[]>
}

const kStatsAtOnce = 64
const kGlobLetters = /[*?[\]{}]/

/**
 * The files that inputs mean: a file whatever its name, a folder's result files, what a glob matches; of a .zip its result files, as
 * `archive.zip/member`.
 *
 * Files come in the order of the inputs; those of a folder or glob by name. A file that is named twice comes once, and so do the two files of a format of two:
 * as its data, by whichever it was named.
 *
 * @errors   DISCOVER_NO_FILES where a folder or glob holds no result file, or nothing is named
 */
export async function discover(inputs: readonly string[], { recursive, membersOf }: DiscoverOptions): Promise<Discovered> {
  if (inputs.length === 0) throw new WavemillError('DISCOVER_NO_FILES', 'no input is named: name files, folders or globs')
  const found = new Map<string, FoundFile>()
  const lost: LostPath[] = []
  const pairs = new Pairs()
  const archives = new Archives(membersOf)
  for (const input of inputs) {
    const results = await resultsOf(input, recursive, lost, pairs)
    for (const look of (await inGroups(results, (result) => archives.filesAt(result))).flat()) {
      if ('error' in look) lost.push(look)
      else if (!found.has(resolve(look.path))) found.set(resolve(look.path), look)
    }
  }
  return { files: [...found.values()], lost }
}

async function resultsOf(input: string, recursive: boolean, lost: LostPath[], pairs: Pairs): Promise<readonly ResultName[]> {
  const kind = await stat(input).catch(() => undefined)
  if (kind?.isDirectory()) return inFolder(input, recursive, lost)
  if (kind || !kGlobLetters.test(input)) return [await pairs.resultOf(normalize(input))]
  return matching(input, pairs)
}

async function inFolder(folder: string, recursive: boolean, lost: LostPath[]): Promise<readonly ResultName[]> {
  const { files, foldersBelow, unread } = await folderFiles(folder, recursive)
  for (const { path, cause } of unread)
    lost.push({ path, error: new WavemillError('IO_PERMISSION', `the folder cannot be read: ${cause.message}`, { path, cause }) })
  if (files.length > 0 || unread.length > 0) return files
  const hint = foldersBelow > 0 ? `; it has ${foldersBelow} folders below, --recursive looks into them` : ''
  throw new WavemillError(
    'DISCOVER_NO_FILES',
    `the folder holds no result file (${resultExtensions.join(', ')}, one of them with .gz, or a .zip of them)${hint}`,
    {
      path: folder,
    },
  )
}

/** A glob names what it wants: no extension is left out, but folders and hidden files are. */
async function matching(pattern: string, pairs: Pairs): Promise<ResultName[]> {
  const { glob } = await import('tinyglobby')
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const files = await glob(slashed, { onlyFiles: true, dot: false, expandDirectories: false, ignore: ['**/node_modules/**'] })
  const isNamed = !slashed.endsWith('*')
  const results: ResultName[] = []
  for (const file of files.sort(byName).map((name) => normalize(name))) {
    const result = isNamed || isResultFile(file) || mayBePaired(basename(file)) ? await pairs.resultOf(file) : undefined
    if (result && (isNamed || isResultFile(file) || result.description !== undefined)) results.push(result)
  }
  if (results.length > 0) return results
  throw new WavemillError('DISCOVER_NO_FILES', 'the pattern matches no result file; on a shell, put it in quotes', {
    path: pattern,
  })
}

async function inGroups<Item, Result>(items: readonly Item[], look: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (let from = 0; from < items.length; from += kStatsAtOnce) {
    results.push(...(await Promise.all(items.slice(from, from + kStatsAtOnce).map(look))))
  }
  return results
}
