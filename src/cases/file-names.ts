import { basename } from 'node:path'
import type { PlannedFile } from '../contract/batch.js'

/** The name without folders and without what says the format: `a/case1.outb.gz` → `case1`. */
export function stemOf(path: string): string {
  return basename(path)
    .replace(/\.gz$/i, '')
    .replace(/\.[A-Za-z%$][\w%$]*$/, '')
}

/** Files by all that a table may call them: path, name with or without what says the format. */
export class FileNames {
  readonly #byName = new Map<string, PlannedFile[]>()

  constructor(files: readonly PlannedFile[]) {
    for (const file of files)
      for (const name of new Set(namesOf(file.path))) this.#byName.set(name, [...(this.#byName.get(name) ?? []), file])
  }

  find(name: string): readonly PlannedFile[] {
    return this.#byName.get(slashed(name)) ?? []
  }
}

/** The end of a path names it too: `batch1/case1` where two folders have a case1. */
function namesOf(path: string): string[] {
  const whole = slashed(path)
  const steps = whole.split('/')
  const ends = steps.map((_, i) => steps.slice(i).join('/'))
  return [whole, ...ends.flatMap((end) => [end, end.slice(0, end.length - basename(end).length) + stemOf(end)])]
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}
