import { stat } from 'node:fs/promises'
import { type ArchiveMember, isArchive, memberAddress } from '../contract/archive.js'
import type { FileState, FoundFile } from '../contract/batch.js'
import { isWavemillError, WavemillError } from '../contract/error.js'
import { byName, isMember, type ResultName } from './result-files.js'

/** Named, or found, and not to be had. */
export interface LostPath {
  readonly path: string
  readonly error: WavemillError
}

/** Those of an archive's files that are results, by name. */
export function resultMembers(members: readonly ArchiveMember[]): ArchiveMember[] {
  return members.filter(({ name }) => isMember(name)).sort((a, b) => byName(a.name, b.name))
}

type MembersOf = (archive: string) => Promise<readonly ArchiveMember[]>

/** Looks at paths: a file is one, an archive is the result files in it. */
export class Archives {
  readonly #membersOf: MembersOf
  /** The members of the archives that were asked for one, each listed once. */
  readonly #listed = new Map<string, Promise<readonly ArchiveMember[]>>()

  constructor(membersOf: MembersOf) {
    this.#membersOf = membersOf
  }

  async filesAt(result: ResultName): Promise<readonly (FoundFile | LostPath)[]> {
    const path = result.data
    const address = memberAddress(path)
    if (address && (await isFile(address.archive))) return [await this.#named(path, address.archive, address.member)]
    const look = await lookAt(result)
    return 'error' in look || !isArchive(path) ? [look] : this.#inside(look)
  }

  async #inside({ path, modified_ms }: FoundFile): Promise<readonly (FoundFile | LostPath)[]> {
    try {
      const members = resultMembers(await this.#list(path))
      if (members.length === 0)
        return [{ path, error: new WavemillError('FORMAT_ZIP', 'the archive holds no result file', { path }) }]
      return members.map(({ name, sizeBytes }) => ({ path: `${path}/${name}`, sizeBytes, modified_ms }))
    } catch (error) {
      return [{ path, error: errorOf(error) }]
    }
  }

  async #named(path: string, archive: string, name: string): Promise<FoundFile | LostPath> {
    try {
      const { mtimeMs } = await stat(archive)
      const member = (await this.#list(archive)).find((one) => one.name === name)
      if (member) return { path, sizeBytes: member.sizeBytes, modified_ms: mtimeMs }
      return { path, error: new WavemillError('DISCOVER_NOT_FOUND', `the archive has no member '${name}'`, { path }) }
    } catch (error) {
      return { path, error: errorOf(error) }
    }
  }

  #list(archive: string): Promise<readonly ArchiveMember[]> {
    const listed = this.#listed.get(archive) ?? this.#membersOf(archive)
    this.#listed.set(archive, listed)
    return listed
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false,
  )
}

function errorOf(error: unknown): WavemillError {
  if (isWavemillError(error)) return error
  throw error
}

async function lookAt({ data: path, description }: ResultName): Promise<FoundFile | LostPath> {
  try {
    const [data, other] = await Promise.all([stateOf(path), description === undefined ? undefined : stateOf(description)])
    return { path, ...data, ...(description !== undefined && other ? { description: { path: description, ...other } } : {}) }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return { path, error: new WavemillError('DISCOVER_NOT_FOUND', 'there is no file of that name', { path, cause }) }
    return { path, error: new WavemillError('IO_PERMISSION', `the file cannot be looked at: ${message}`, { path, cause }) }
  }
}

async function stateOf(path: string): Promise<FileState> {
  const { size, mtimeMs } = await stat(path)
  return { sizeBytes: size, modified_ms: mtimeMs }
}
