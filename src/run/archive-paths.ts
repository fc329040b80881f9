import { stat } from 'node:fs/promises'
import { isArchive } from '../contract/archive.js'
import { WavemillError } from '../contract/error.js'
import type { Decoders } from '../decode/decoders.js'
import { resultMembers } from '../discover/archives.js'

/** Archives among paths: each is the result files in it, `archive.zip/member`. */
export class ArchivePaths {
  readonly #decoders: Decoders

  constructor(decoders: Decoders) {
    this.#decoders = decoders
  }

  /** An archive that cannot be listed, or holds no result, stays as it is: the task on it says why. */
  async *expand(paths: Iterable<string> | AsyncIterable<string>, signal: AbortSignal | undefined): AsyncGenerator<string> {
    for await (const path of paths) {
      if (isArchive(path) && (await isFile(path))) yield* await this.#members(path, signal).catch(() => [path])
      else yield path
    }
  }

  /**
   * The one result file of an archive.
   *
   * @errors   FORMAT_ZIP where it holds none, or several: then one of them has to be named
   */
  async single(archive: string, signal: AbortSignal): Promise<string> {
    const paths = await this.#members(archive, signal)
    if (paths.length === 1) return paths[0] as string
    throw new WavemillError('FORMAT_ZIP', `the archive holds ${paths.length} result files: name one of them, as ${paths[0]}`, {
      path: archive,
    })
  }

  async #members(archive: string, signal: AbortSignal = new AbortController().signal): Promise<string[]> {
    const members = resultMembers(await this.#decoders.membersOf(archive, signal))
    if (members.length > 0) return members.map(({ name }) => `${archive}/${name}`)
    throw new WavemillError('FORMAT_ZIP', 'the archive holds no result file', { path: archive })
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false,
  )
}
