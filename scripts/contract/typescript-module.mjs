import { readings } from './vocabulary.mjs'

// src/contract/generated/contract.ts, laid out as the formatter would, so that it never has anything to say about a generated file.
const lineWidth = 130

/** The mark that needs fewer escapes; a single one where both need as many. */
function quote(value) {
  const mark = value.split("'").length > value.split('"').length ? '"' : "'"
  return mark + value.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`) + mark
}

function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  return typeof value === 'string' ? quote(value) : String(value)
}

const union = (title, words) => {
  const line = `export type ${title} = ${words.map(quote).join(' | ')}`
  return line.length <= lineWidth ? line : `export type ${title} =\n${words.map((word) => `  | ${quote(word)}`).join('\n')}`
}

/** `before { a: 1, b: 2 },` on one line where it fits. */
function object(before, entries, indent = 2) {
  const pairs = entries.map(([key, value]) => `${key}: ${literal(value)}`)
  const lead = ' '.repeat(indent)
  const line = `${lead}${before}{ ${pairs.join(', ')} },`
  return line.length <= lineWidth ? line : `${lead}${before}{\n${pairs.map((pair) => `${lead}  ${pair},`).join('\n')}\n${lead}},`
}

/** Keys that an entry lacks are left out. */
const pick = (entry, keys) => keys.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]])

const list = (title, type, entries, keys) =>
  `export const ${title}: readonly ${type}[] = [\n${entries.map((entry) => object('', pick(entry, keys))).join('\n')}\n]`

const tableObject = ({ name, text, columns, fields, families }) => `  {
    name: ${quote(name)},
    text: ${literal(text)},
    columns: [
${columns.map((column) => object('', Object.entries(column), 6)).join('\n')}
    ],${fields === undefined ? '' : `\n    fields: ${quote(fields)},`}${families === undefined ? '' : `\n    families: ${literal(families)},`}
  },`

const extraObject = ({ name, text, columns, further }) => `  {
    name: ${quote(name)},
    text: ${literal(text)},
    columns: [
${columns.map((column) => object('', Object.entries(column), 6)).join('\n')}
    ],
    hasFurther: ${further !== undefined},
  },`

function constantList(title, words) {
  const line = `export const ${title} = ${literal(words)} as const`
  return line.length <= lineWidth
    ? line
    : `export const ${title} = [\n${words.map((word) => `  ${quote(word)},`).join('\n')}\n] as const`
}

const typeName = (name) => name.replaceAll(/(^|_)([a-z])/g, (_match, _mark, letter) => letter.toUpperCase())

const wordList = ({ name, plural, of, text }) => `/** ${text} */
${constantList(plural, of)}

export type ${typeName(name)} = (typeof ${plural})[number]`

export function typescriptModule({
  columns,
  families,
  curves,
  kernels,
  extras,
  tables,
  statuses,
  words,
  formats,
  errors,
  stages,
  dispositions,
}) {
  return `// Generated from src/contract/contract.yaml by \`npm run contract\`. Do not edit: change the YAML and type that.

${union(
  'ErrorCode',
  errors.map(({ code }) => code),
)}

/** Where an error arose: a room of src/. */
${union('Stage', stages)}

/** What a batch does about an error. retry: worth another try; skip-file: this file is lost, the others go on; abort-run: nothing can go on. */
${union('Disposition', dispositions)}

export interface ErrorDefinition {
  readonly stage: Stage
  readonly disposition: Disposition
  readonly text: string
}

${union(
  'ColumnName',
  columns.map(({ name }) => name),
)}

/** Those that hold words, not numbers. */
${union(
  'WordColumn',
  columns.filter(({ words: list }) => list !== undefined).map(({ name }) => name),
)}

/** The native kernel that fills a column. */
${union('ColumnKernel', kernels)}

export interface ColumnDefinition {
  /** What stands for the column across the binding. */
  readonly number: number
  readonly name: ColumnName
  readonly kernel: ColumnKernel
  /** 'channel', a unit built from it such as 'channel^2', or a fixed one: 's', 'Hz', '1'. */
  readonly unit: string
  /** false: only when asked for by name. */
  readonly isDefault: boolean
  /** The list whose words the column holds, a key of wordLists; undefined: it holds numbers. */
  readonly words?: WordList
  readonly text: string
}

${union(
  'FamilyName',
  families.map(({ name }) => name),
)}

interface AnyFamily {
  /** Goes on from the columns' numbers. */
  readonly number: number
  readonly name: FamilyName
  readonly prefix: string
  readonly kernel: ColumnKernel
  readonly unit: string
  readonly text: string
}

/** A column for each value of a parameter. A member's name is the prefix and the value, its decimal point written as _. */
export interface NumberedFamily extends AnyFamily {
  readonly members: 'numbers'
  /** Digits before the decimal point, at least: 2 gives p05. */
  readonly digits: number
  readonly parameter: string
  readonly from: number
  readonly to: number
  readonly defaults: readonly number[]
}

/** A column for each name of a list that the settings have. A member's name is the prefix and that name. */
export interface NamedFamily extends AnyFamily {
  readonly members: 'names'
}

export type FamilyDefinition = NumberedFamily | NamedFamily

/** log10 N = log_a1 − m1·log10 S, and with m2 and log_a2 below the knee, where both lines meet; S in MPa. */
export interface CurveDefinition {
  readonly name: string
  readonly m1: number
  readonly log_a1: number
  readonly m2?: number | undefined
  readonly log_a2?: number | undefined
  /** k of (t / 25 mm)^k; undefined where it is not established. */
  readonly thickness_exponent?: number | undefined
}

${union(
  'ExtraName',
  extras.map(({ name }) => name),
)}

export interface ExtraColumn {
  readonly name: string
  readonly unit: string
  /** The words that the column's numbers stand for, from 0. */
  readonly choices?: readonly string[]
  readonly text: string
}

/** A table of its own: any number of rows for each channel in each period. */
export interface ExtraDefinition {
  readonly name: ExtraName
  readonly text: string
  /** Those with choices first. */
  readonly columns: readonly ExtraColumn[]
  /** Whether a file adds columns behind them, one for a channel. */
  readonly hasFurther: boolean
}

${union(
  'RunTableName',
  tables.map(({ name }) => name),
)}

export interface RunTableColumn {
  readonly name: string
  /** value: a number that may not exist; the others say what a row is of. */
  readonly type: 'text' | 'count' | 'number' | 'value'
  readonly unit: string
  readonly text: string
}

/** A table over the files of a run. */
export interface RunTableDefinition {
  readonly name: RunTableName
  readonly text: string
  /** Values last. */
  readonly columns: readonly RunTableColumn[]
  /** The column after which the fields of the case table come. */
  readonly fields?: string
  /** Families whose columns come behind. */
  readonly families?: readonly FamilyName[]
}

export const errors: Readonly<Record<ErrorCode, ErrorDefinition>> = {
${errors.map((error) => object(`${error.code}: `, pick(error, ['stage', 'disposition', 'text']))).join('\n')}
}

/** In the order of every table. */
${list('columns', 'ColumnDefinition', columns, ['number', 'name', 'kernel', 'unit', 'isDefault', 'words', 'text'])}

${list('families', 'FamilyDefinition', families, [
  'number',
  'name',
  'members',
  'prefix',
  'digits',
  'kernel',
  'unit',
  'parameter',
  'from',
  'to',
  'defaults',
  'text',
])}

/** A kind of rows crosses the binding as its index. */
export const extras: readonly ExtraDefinition[] = [
${extras.map(extraObject).join('\n')}
]
/** S-N curves that are known by name. */
${list('curves', 'CurveDefinition', curves, ['name', 'm1', 'log_a1', 'm2', 'log_a2', 'thickness_exponent'])}

export const runTables: readonly RunTableDefinition[] = [
${tables.map(tableObject).join('\n')}
]

/** How a format's samples are had. */
${union('FormatReading', readings)}

/** What the names of a format's files are like: * is any text, # digits; in lower case, and matched in any. */
export interface FormatDefinition {
  readonly name: string
  readonly title: string
  /** Of a format of two files: the data file's. */
  readonly files: readonly string[]
  /** Of a format of two files: the other one's, which describes the data; without * one for all files of a folder, which may be missing. Else empty. */
  readonly description: string
  /** Those of them that other programs use for other things. */
  readonly shared: readonly string[]
  readonly reading: FormatReading
}

/** In the order in which names are tried. */
${list('formats', 'FormatDefinition', formats, ['name', 'title', 'files', 'description', 'shared', 'reading'])}

/** A status crosses the binding as its index. */
${constantList(
  'statuses',
  statuses.map(({ name }) => name),
)}

export type ChannelStatus = (typeof statuses)[number]

${words.map(wordList).join('\n\n')}

${union('WordList', ['status', ...words.map(({ name }) => name)])}

/** The words that a column holds, by the name of their list: a number of the core is an index. */
export const wordLists: Readonly<Record<WordList, readonly string[]>> = {
  status: statuses,
${words.map(({ name, plural }) => `  ${name}: ${plural},`).join('\n')}
}
`
}
