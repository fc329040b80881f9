import { rename, stat, writeFile } from 'node:fs/promises'
import { caseRecord } from './case-record.js'
import type { LoadCase } from './load-case.js'
import { encodeNpy } from './npy-writer.js'
import { encodeOutb } from './outb-writer.js'

export interface CaseFile {
  readonly path: string
  readonly loadCase: LoadCase
}

/** Writes a load case's file, whole or not at all, unless it is there; gives its size. What a file holds depends on its name alone. */
export async function writeCase({ path, loadCase }: CaseFile): Promise<number> {
  const there = await stat(path).catch(() => undefined)
  if (there) return there.size
  const record = caseRecord(loadCase)
  const bytes = path.endsWith('.npy') ? encodeNpy(record) : encodeOutb(record)
  await writeFile(`${path}.part`, bytes)
  await rename(`${path}.part`, path)
  return bytes.length
}
