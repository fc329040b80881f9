import { isArchive } from '../contract/archive.js'
import { type FormatDefinition, formats } from '../contract/generated/contract.js'
import { filledPattern, matchPattern } from './file-pattern.js'

/** A result among the names of a folder. */
export interface ResultName {
  /** The file with the samples. */
  readonly data: string
  /** Of a format of two files, the one that describes them. */
  readonly description?: string
}

/** How the extensions of results are told to a user. `.txt` may be anything: such a file has to be named. */
export const resultExtensions = [
  ...new Set(formats.flatMap(({ files }) => files.map((pattern) => pattern.replace('*', '').replace('#', 'nn')))),
]

const kPacked = /\.gz$/i

/** The names of a folder; looking for one does not mind the case of letters, but prefers the very one. */
export class FolderNames {
  readonly #exact: ReadonlySet<string>
  readonly #anyCase: ReadonlyMap<string, string>

  constructor(names: readonly string[]) {
    this.#exact = new Set(names)
    this.#anyCase = new Map(names.map((name) => [name.toLowerCase(), name]))
  }

  find(name: string): string | undefined {
    return this.#exact.has(name) ? name : this.#anyCase.get(name.toLowerCase())
  }
}

/** What a folder holds, in the order of its names: a pair comes once, and a file of a name that other things have too comes only with its partner. */
export function resultsIn(names: readonly string[]): ResultName[] {
  const folder = new FolderNames(names)
  return names.flatMap((name) => {
    const result = pairOf(name, folder) ?? (isResultFile(name) ? { data: name } : undefined)
    return result?.data === name ? [result] : []
  })
}

/** The result that a named file is of: with its partner where that is there, else the file by itself. */
export function resultOf(name: string, folder: FolderNames): ResultName {
  return pairOf(name, folder) ?? { data: name }
}

/** Whether a file's name may be one of two: its folder has to be looked at. */
export function mayBePaired(name: string): boolean {
  return pairFormats.some((format) => roles(format).some(({ own }) => matchPattern(own, unpacked(name))))
}

/** Whether a file is a result by its name alone. Half a pair is one too, where nothing else has such a name: that it is alone should be told. */
export function isResultFile(name: string): boolean {
  return isArchive(name) || isResultName(unpacked(name))
}

/** Whether a file of an archive is a result: by itself, for nobody looks for partners there, and not packed once more. */
export function isMember(name: string): boolean {
  const format = formatOfName(name)
  return format !== undefined && format.description === ''
}

/** The format that a file's name says it is of. A name that several have is that of the first. */
export function formatOfName(path: string): FormatDefinition | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return formats.find(({ files, description }) =>
    [...files, description].some((pattern) => pattern !== '' && matchPattern(pattern, name)),
  )
}

function isResultName(name: string): boolean {
  return formats.some((format) => {
    const names = [...format.files, ...(isForEach(format) ? [format.description] : [])]
    return names.some((pattern) => !format.shared.includes(pattern) && matchPattern(pattern, name))
  })
}

/**
 * The format that a file is of by its name, and its partner where that is there.
 *
 * @returns   undefined where no format has such a name, or only one that other things have too, without the partner that would tell
 */
export function formatAndPartnerOf(
  name: string,
  folder: FolderNames,
): { format: FormatDefinition; partner?: string | undefined } | undefined {
  const alone = formats.find(({ files, description, shared }) =>
    files.some((pattern) => description === '' && !shared.includes(pattern) && matchPattern(pattern, unpacked(name))),
  )
  if (alone) return { format: alone }
  const paired = pairAndFormatOf(name, folder)
  if (paired) {
    const { data, description } = paired.result
    return { format: paired.format, partner: data === name ? description : data }
  }
  const half = pairFormats.find((format) =>
    roles(format).some(({ own }) => !format.shared.includes(own) && matchPattern(own, unpacked(name))),
  )
  return half && { format: half }
}

const pairFormats = formats.filter(({ description }) => description !== '')

function isForEach({ description }: FormatDefinition): boolean {
  return description.includes('*')
}

/** What a file of a format may be, and what its partner is called then. */
function roles(format: FormatDefinition): { own: string; other: string; isData: boolean }[] {
  return format.files.flatMap((data) => [
    { own: data, other: format.description, isData: true },
    ...(isForEach(format) ? [{ own: format.description, other: data, isData: false }] : []),
  ])
}

function pairOf(name: string, folder: FolderNames): ResultName | undefined {
  return pairAndFormatOf(name, folder)?.result
}

function pairAndFormatOf(name: string, folder: FolderNames): { format: FormatDefinition; result: ResultName } | undefined {
  for (const format of pairFormats) {
    for (const { own, other, isData } of roles(format)) {
      const parts = matchPattern(own, isData ? unpacked(name) : name)
      const partner = parts && findPartner(filledPattern(other, parts), isData, folder)
      if (partner) return { format, result: isData ? { data: name, description: partner } : { data: partner, description: name } }
    }
  }
  return undefined
}

/** The data may be packed; its description, which the core reads itself, may not. */
function findPartner(name: string, isDescription: boolean, folder: FolderNames): string | undefined {
  return folder.find(name) ?? (isDescription ? undefined : folder.find(`${name}.gz`))
}

function unpacked(name: string): string {
  return name.replace(kPacked, '')
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'variant', caseFirst: 'upper' })

/** Numbers in names by their value: case2 before case10. Names that read alike by their code units: the order never depends on the locale. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}
