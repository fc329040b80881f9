import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { byName, type ResultName, resultsIn } from './result-files.js'

export interface FolderFiles {
  /** Paths. */
  readonly files: readonly ResultName[]
  /** Folders below, when they were not looked into. */
  readonly foldersBelow: number
  /** Folders that could not be read, with the reason. */
  readonly unread: readonly { readonly path: string; readonly cause: NodeJS.ErrnoException }[]
}

/**
 * The result files of a folder, sorted by name, those of a folder before those of the folders below.
 *
 * Left out: what begins with a dot, node_modules, and the output folders of runs, whose tables look like results.
 */
export async function folderFiles(folder: string, isRecursive: boolean): Promise<FolderFiles> {
  const files: ResultName[] = []
  const unread: { path: string; cause: NodeJS.ErrnoException }[] = []
  let foldersBelow = 0
  const waiting = [folder]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const entries = await entriesOf(path).catch((cause: NodeJS.ErrnoException) => {
      unread.push({ path: path as string, cause })
      return []
    })
    if (path !== folder && isOutputOfRun(entries.map(({ name }) => name))) continue
    const below = entries.filter(({ isFolder }) => isFolder).map(({ name }) => join(path as string, name))
    const names = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name)
    for (const result of resultsIn(names)) files.push(inFolder(path, result))
    if (isRecursive) waiting.unshift(...below)
    else foldersBelow = below.length
  }
  return { files, foldersBelow, unread }
}

/** A result of a folder, with paths for names. */
export function inFolder(folder: string, { data, description }: ResultName): ResultName {
  return { data: join(folder, data), ...(description === undefined ? {} : { description: join(folder, description) }) }
}

interface Entry {
  name: string
  isFolder: boolean
}

async function entriesOf(folder: string): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => byName(a.name, b.name))
}

function isOutputOfRun(names: readonly string[]): boolean {
  return names.includes('events.ndjson') && names.includes('parts')
}
