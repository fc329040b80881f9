/** What a folder is searched for. `.txt` may be anything: such a file has to be named. */
export const resultExtensions = ['.outb', '.out', '.npy', '.csv', '.tsv'] as const

const kResultFile = new RegExp(`(${resultExtensions.map((extension) => `\\${extension}`).join('|')})(\\.gz)?$`, 'i')

export function isResultFile(name: string): boolean {
  return kResultFile.test(name)
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'variant', caseFirst: 'upper' })

/** Numbers in names by their value: case2 before case10. Names that read alike by their code units: the order never depends on the locale. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}
