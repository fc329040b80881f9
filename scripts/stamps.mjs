// Whether something was built from the sources as they are now: by a hash of their contents, for times say nothing after a checkout.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './steps.mjs'

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(join(root, path)))) {
    const bytes = readFileSync(file)
    hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** A stamp: `stampPath` holds the hash of all files under `sources` as they were at the last build. */
export function stampOf(stampPath, sources) {
  const path = join(root, stampPath)
  return {
    isFresh() {
      try {
        return readFileSync(path, 'utf8') === hashOf(sources)
      } catch {
        return false
      }
    },
    /** Gives the function that writes the stamp, of the sources as they are when the build begins. */
    begin() {
      const hash = hashOf(sources)
      return () => {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, hash)
      }
    },
  }
}
