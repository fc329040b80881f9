import { stat } from 'node:fs/promises'
import { normalize, resolve } from 'node:path'
import type { FoundFile } from '../contract/batch.js'
import { WavemillError } from '../contract/error.js'
import { folderFiles } from './folder-files.js'
import { byName, isResultFile, resultExtensions } from './result-files.js'

export interface LostPath {
  readonly path: string
  readonly error: WavemillError
}

export interface Discovered {
  readonly files: readonly FoundFile[]
  /** Named, and not to be had: the others go on. */
  readonly lost: readonly LostPath[]
}

export interface DiscoverOptions {
  /** Folders are looked through to the bottom. */
  recursive: boolean
}

const kStatsAtOnce = 64
const kGlobLetters = /[*?[\]{}]/

/**
 * The files that inputs mean: a file whatever its name, a folder's result files, what a glob matches.
 *
 * Files come in the order of the inputs; those of a folder or glob by name. A file that is named twice comes once.
 *
 * @errors   DISCOVER_NO_FILES where a folder or glob holds no result file, or nothing is named
 */
export async function discover(inputs: readonly string[], { recursive }: DiscoverOptions): Promise<Discovered> {
  if (inputs.length === 0) throw new WavemillError('DISCOVER_NO_FILES', 'no input is named: name files, folders or globs')
  const found = new Map<string, FoundFile>()
  const lost: LostPath[] = []
  for (const input of inputs) {
    const paths = await pathsOf(input, recursive, lost)
    for (const look of await inGroups(paths, lookAt)) {
      if ('error' in look) lost.push(look)
      else if (!found.has(resolve(look.path))) found.set(resolve(look.path), look)
    }
  }
  return { files: [...found.values()], lost }
}

async function pathsOf(input: string, recursive: boolean, lost: LostPath[]): Promise<readonly string[]> {
  const kind = await stat(input).catch(() => undefined)
  if (kind?.isDirectory()) return inFolder(input, recursive, lost)
  if (kind || !kGlobLetters.test(input)) return [normalize(input)]
  return matching(input)
}

async function inFolder(folder: string, recursive: boolean, lost: LostPath[]): Promise<readonly string[]> {
  const { files, foldersBelow, unread } = await folderFiles(folder, recursive)
  for (const { path, cause } of unread)
    lost.push({ path, error: new WavemillError('IO_PERMISSION', `the folder cannot be read: ${cause.message}`, { path, cause }) })
  if (files.length > 0 || unread.length > 0) return files
  const hint = foldersBelow > 0 ? `; it has ${foldersBelow} folders below, --recursive looks into them` : ''
  throw new WavemillError(
    'DISCOVER_NO_FILES',
    `the folder holds no result file (${resultExtensions.join(', ')}, or one of them with .gz)${hint}`,
    {
      path: folder,
    },
  )
}

/** A glob names what it wants: no extension is left out, but folders and hidden files are. */
async function matching(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const files = await glob(slashed, { onlyFiles: true, dot: false, expandDirectories: false, ignore: ['**/node_modules/**'] })
  const results = files.filter((file) => isResultFile(file) || !slashed.endsWith('*')).sort(byName)
  if (results.length > 0) return results.map((file) => normalize(file))
  throw new WavemillError('DISCOVER_NO_FILES', 'the pattern matches no result file; on a shell, put it in quotes', {
    path: pattern,
  })
}

async function lookAt(path: string): Promise<FoundFile | LostPath> {
  try {
    const { size, mtimeMs } = await stat(path)
    return { path, sizeBytes: size, modified_ms: mtimeMs }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return { path, error: new WavemillError('DISCOVER_NOT_FOUND', 'there is no file of that name', { path, cause }) }
    return { path, error: new WavemillError('IO_PERMISSION', `the file cannot be looked at: ${message}`, { path, cause }) }
  }
}

async function inGroups<Item, Result>(items: readonly Item[], look: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (let from = 0; from < items.length; from += kStatsAtOnce) {
    results.push(...(await Promise.all(items.slice(from, from + kStatsAtOnce).map(look))))
  }
  return results
}
