import { readdir } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { inFolder } from './folder-files.js'
import { FolderNames, formatAndPartnerOf, mayBePaired, type ResultName, resultOf } from './result-files.js'

/** Finds the partners of named files. A folder is read once, and only for names that may have a partner. */
export class Pairs {
  readonly #folders = new Map<string, Promise<FolderNames>>()

  async resultOf(path: string): Promise<ResultName> {
    const name = basename(path)
    if (!mayBePaired(name)) return { data: path }
    const folder = dirname(path)
    const result = resultOf(name, await this.#names(folder))
    return result.description === undefined ? { data: path } : inFolder(folder, result)
  }

  /** What a file is by its name, and the name of its partner where that is beside it. */
  async formatOf(path: string): Promise<ReturnType<typeof formatAndPartnerOf>> {
    return formatAndPartnerOf(basename(path), await this.#names(dirname(path)))
  }

  /** A folder that cannot be read has no partners to show. */
  #names(folder: string): Promise<FolderNames> {
    const known = this.#folders.get(folder)
    if (known) return known
    const names = readdir(folder)
      .catch(() => [])
      .then((read) => new FolderNames(read))
    this.#folders.set(folder, names)
    return names
  }
}

/** The paths without those of descriptions whose data is named as well: the two files of a format of two are one result. */
export function oncePerPair(paths: readonly string[]): string[] {
  const byFolder = new Map<string, string[]>()
  for (const path of paths) {
    const folder = resolve(dirname(path))
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), basename(path)])
  }
  const named = new Map([...byFolder].map(([folder, names]) => [folder, new FolderNames(names)]))
  return paths.filter((path) => {
    const names = named.get(resolve(dirname(path)))
    return !names || resultOf(basename(path), names).description !== basename(path)
  })
}
