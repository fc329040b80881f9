// A folder for the bench's files, and how large they may be.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'wavemill-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The most that a file may have so that it stays in memory beside everything else, and on the disk. */
export function mostBytes() {
  const { bavail, bsize } = statfsSync(tmpdir())
  return Math.min(freemem() / 3, (bavail * bsize) / 2)
}
