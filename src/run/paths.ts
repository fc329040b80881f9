import { WavemillError } from '../contract/error.js'

/** One path, or any (asynchronous) iterable of paths. */
export type Paths = string | Iterable<string> | AsyncIterable<string>

/** @errors   CONFIG_VALUE at once when it is no such thing; from the iterator for a member that is no path */
export function pathsOf(files: Paths): AsyncIterable<string> {
  if (typeof files === 'string') return checkedPaths([files])
  if (typeof files === 'object' && files !== null && (Symbol.iterator in files || Symbol.asyncIterator in files)) {
    return checkedPaths(files)
  }
  throw new WavemillError('CONFIG_VALUE', `files is ${String(files)}; it takes a path or an iterable of paths`)
}

async function* checkedPaths(files: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  for await (const path of files) {
    if (typeof path !== 'string') throw new WavemillError('CONFIG_VALUE', `a path of files is ${String(path)}; it takes text`)
    yield path
  }
}
