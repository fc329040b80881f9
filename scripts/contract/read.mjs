// contract.yaml → a checked, plain object. Everything wrong with it is reported at once, each problem naming its entry.
import { parse } from 'yaml'
import {
  dispositions,
  errorFamilies,
  errorFamilyOf,
  fieldTypes,
  kMostFilePatterns,
  readings,
  stages,
  streams,
} from './vocabulary.mjs'

export class ContractFault extends Error {
  constructor(problems) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

const isText = (value) => typeof value === 'string' && value.trim() !== '' && !value.includes('\n')
const isSnake = (value) => /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(value)
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value)
const oneOf = (words) => ({ accepts: (value) => words.includes(value), expected: `one of ${words.join(', ')}` })
const text = { accepts: isText, expected: 'a text of one line that is not empty' }
const snake = { accepts: (value) => isText(value) && isSnake(value), expected: 'a snake_case word' }
const snakes = {
  accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isSnake),
  expected: 'a list of words',
}
const camel = { accepts: (value) => isText(value) && /^[a-z][A-Za-z]*$/.test(value), expected: 'a camelCase word' }
/** A word, or two with a colon between them: what happened, and why. */
const status = {
  accepts: (value) => isText(value) && value.split(':').length <= 2 && value.split(':').every(isSnake),
  expected: 'a snake_case word, or two with a colon between them',
}
const number = { accepts: isNumber, expected: 'a number' }

const isFilePattern = (value) =>
  isText(value) && /^[a-z0-9_.$%*#]+$/.test(value) && value.split('*').length <= 2 && value.split('#').length <= 2
const filePattern = { accepts: isFilePattern, expected: 'a file name in lower case with one * and one # at most' }
const filePatterns = {
  accepts: (value) => Array.isArray(value) && value.length > 0 && value.length <= kMostFilePatterns && value.every(isFilePattern),
  expected: `a list of up to ${kMostFilePatterns} file names in lower case with one * and one # at most each`,
}

const fields = {
  accepts: (value) =>
    value !== null &&
    typeof value === 'object' &&
    Object.values(value).every((type) => String(type).replace(/\?$/, '') in fieldTypes),
  expected: `a map of field names to ${Object.keys(fieldTypes).join(', ')}, with ? where it may be missing`,
}

const extraColumn = {
  keys: { name: snake, unit: text, text },
  optional: {
    choices: {
      accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isSnake),
      expected: 'a list of words',
    },
  },
}
const extraColumns = {
  accepts: (value) => Array.isArray(value) && value.length > 0 && value.every((entry) => isEntry(entry, extraColumn)),
  expected: 'a list of columns, each with name, unit, text and, where it holds words, choices',
}
const isEntry = (entry, shape) => entry !== null && typeof entry === 'object' && problemsOfEntry('', entry, shape).length === 0
const tableColumn = { keys: { name: snake, type: oneOf(['text', 'count', 'number', 'value']), unit: text, text }, optional: {} }
const tableColumns = {
  accepts: (value) => Array.isArray(value) && value.length > 0 && value.every((entry) => isEntry(entry, tableColumn)),
  expected: 'a list of columns, each with name, type (text, count, number, value), unit and text',
}
const words = { accepts: (value) => Array.isArray(value) && value.every(isSnake), expected: 'a list of words' }
const familyKeys = { name: snake, prefix: text, kernel: snake, unit: text, text }
const numberedFamily = {
  ...familyKeys,
  prefix: snake,
  digits: { accepts: (value) => Number.isInteger(value) && value > 0, expected: 'a count of 1 or more' },
  parameter: snake,
  from: number,
  to: number,
  default: { accepts: (value) => Array.isArray(value) && value.every(isNumber), expected: 'a list of numbers' },
}
const namedFamily = {
  ...familyKeys,
  prefix: { accepts: (value) => isText(value) && /^[a-z][a-z0-9_]*_$/.test(value), expected: 'a word that ends with _' },
}

// What each section's entries hold, and which key names an entry.
const sections = {
  columns: {
    label: 'name',
    keys: { name: snake, kernel: snake, unit: text, text },
    optional: { default: { accepts: (value) => typeof value === 'boolean', expected: 'true or false' }, words: snake },
  },
  families: {
    label: 'name',
    keys: (family) => (family.members === 'names' ? namedFamily : numberedFamily),
    optional: { members: oneOf(['numbers', 'names']) },
  },
  curves: {
    label: 'name',
    keys: { name: snake, m1: number, log_a1: number },
    optional: { m2: number, log_a2: number, thickness_exponent: number },
  },
  extras: { label: 'name', keys: { name: snake, text, columns: extraColumns }, optional: { further: text } },
  tables: { label: 'name', keys: { name: snake, text, columns: tableColumns }, optional: { fields: snake, families: words } },
  statuses: { label: 'name', keys: { name: status, text }, optional: {} },
  formats: {
    label: 'name',
    keys: { name: snake, title: text, files: filePatterns, reading: oneOf(readings), text },
    optional: { description: filePattern, shared: filePatterns },
  },
  words: { label: 'name', keys: { name: snake, plural: camel, of: snakes, text }, optional: {} },
  errors: {
    label: 'code',
    keys: {
      code: {
        accepts: (value) => isText(value) && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(value) && errorFamilyOf(value) !== undefined,
        expected: `a code of one of the families ${errorFamilies.map(({ prefix }) => prefix).join(' ')}`,
      },
      stage: oneOf(stages),
      disposition: oneOf(dispositions),
      text,
    },
    optional: {},
  },
  events: { label: 'name', keys: { name: snake, stream: oneOf(streams), text, fields }, optional: {} },
}

function problemsOfEntry(where, entry, shape) {
  const { optional } = shape
  const keys = typeof shape.keys === 'function' ? shape.keys(entry) : shape.keys
  const known = { ...keys, ...optional }
  const unknown = Object.keys(entry).filter((key) => !(key in known))
  const missing = Object.keys(keys).filter((key) => entry[key] === undefined || entry[key] === null)
  const wrong = Object.keys(entry).filter((key) => key in known && !missing.includes(key) && !known[key].accepts(entry[key]))
  return [
    ...unknown.map((key) => `${where}: unknown key "${key}"; it takes ${Object.keys(known).join(', ')}`),
    ...missing.map((key) => `${where}: "${key}" is missing`),
    ...wrong.map((key) => `${where}: "${key}" is ${JSON.stringify(entry[key])}; it takes ${known[key].expected}`),
  ]
}

function problemsOfSection(title, entries, shape) {
  if (!Array.isArray(entries) || entries.length === 0) return [`${title}: it takes a list with an entry at least`]
  return entries.flatMap((entry, index) => {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return [`${title}[${index}]: it takes a map of keys`]
    const label = entry[shape.label]
    return problemsOfEntry(isText(label) ? `${title}, ${label}` : `${title}[${index}]`, entry, shape)
  })
}

function duplicates(title, names) {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `${title}, ${name}: it is there twice`,
  )
}

/** A member's name of each family, as a pattern: shared with the JSON schema. */
export const memberPattern = ({ prefix, digits, members }) =>
  members === 'names' ? `^${prefix}[a-z][a-z0-9_]*$` : `^${prefix}\\d{${digits},}(_\\d+)?$`

function problemsAcross({ columns, families, curves, extras, tables, statuses, words, formats, errors, events }) {
  const taken = families.flatMap((family) =>
    columns
      .filter(({ name }) => new RegExp(memberPattern(family)).test(name))
      .map(({ name }) => `columns, ${name}: the name is a ${family.name}'s`),
  )
  const strays = formats.flatMap(({ name, files, description, shared = [] }) =>
    shared
      .filter((pattern) => ![...files, description].includes(pattern))
      .map((pattern) => `formats, ${name}: ${pattern} is shared, and none of its names`),
  )
  const outside = families.flatMap(({ name, from, to, default: defaults = [] }) =>
    defaults
      .filter((value) => value < from || value > to)
      .map((value) => `families, ${name}: default ${value} is not between ${from} and ${to}`),
  )
  const lists = ['status', ...words.map(({ name }) => name)]
  const unlisted = columns
    .filter((column) => column.words !== undefined && !lists.includes(column.words))
    .map(({ name, words: list }) => `columns, ${name}: there is no list of words "${list}"; they are ${lists.join(', ')}`)
  return [
    ...unlisted,
    ...duplicates(
      'columns and families',
      [...columns, ...families].map(({ name }) => name),
    ),
    ...duplicates(
      'families, prefix',
      families.map(({ prefix }) => prefix),
    ),
    ...duplicates(
      'extras and tables',
      [...extras, ...tables].map(({ name }) => name),
    ),
    ...[...extras, ...tables].flatMap(({ name, columns: own }) =>
      duplicates(
        name,
        own.map((column) => column.name),
      ),
    ),
    ...tables.flatMap((table) => problemsOfTable(table, families)),
    ...extras.filter(hasLateChoices).map(({ name }) => `extras, ${name}: its columns with choices come first`),
    ...duplicates(
      'curves',
      curves.map(({ name }) => name),
    ),
    ...curves
      .filter((curve) => (curve.m2 === undefined) !== (curve.log_a2 === undefined) || curve.m2 <= curve.m1)
      .map(({ name }) => `curves, ${name}: m2 and log_a2 come together, and m2 is above m1`),
    ...duplicates(
      'statuses',
      statuses.map(({ name }) => name),
    ),
    ...duplicates(
      'formats',
      formats.map(({ name }) => name),
    ),
    ...duplicates(
      'words',
      words.flatMap(({ name, plural }) => [name, plural]),
    ),
    ...duplicates(
      'errors',
      errors.map(({ code }) => code),
    ),
    ...duplicates(
      'events',
      events.map(({ name }) => name),
    ),
    ...taken,
    ...strays,
    ...outside,
  ]
}

/** Words stand before the numbers of a row. */
const hasLateChoices = ({ columns }) => columns.some(({ choices }, index) => choices && index > 0 && !columns[index - 1].choices)

function problemsOfTable({ name, columns, fields, families: own = [] }, families) {
  const isLate = columns.some(({ type }, index) => type !== 'value' && columns[index - 1]?.type === 'value')
  const unknown = own.filter((family) => !families.some((known) => known.name === family))
  return [
    ...(isLate ? [`tables, ${name}: its values come last`] : []),
    ...(fields === undefined || columns.some((column) => column.name === fields)
      ? []
      : [`tables, ${name}: no column "${fields}"`]),
    ...unknown.map((family) => `tables, ${name}: no family "${family}"`),
  ]
}

/** Numbers count columns first, then families: they cross the binding as one byte. */
function numbered({ columns, families, curves, extras, tables, statuses, words, formats, errors, events }) {
  const kernels = [...new Set([...columns, ...families].map(({ kernel }) => kernel))]
  return {
    columns: columns.map(({ default: isDefault = true, ...column }, index) => ({ number: index, ...column, isDefault })),
    families: families.map(({ default: defaults, members = 'numbers', ...family }, index) => ({
      number: columns.length + index,
      members,
      ...family,
      ...(defaults === undefined ? {} : { defaults }),
    })),
    curves,
    kernels,
    extras,
    tables,
    statuses,
    formats: formats.map(({ description = '', shared = [], ...format }) => ({ ...format, description, shared })),
    words,
    errors,
    stages: stages.filter((stage) => errors.some((error) => error.stage === stage)),
    dispositions,
    events: events.map((event) => ({ ...event, fields: Object.entries(event.fields).map(field) })),
  }
}

const field = ([name, type]) => ({ name, type: type.replace(/\?$/, ''), isOptional: type.endsWith('?') })

/**
 * @throws ContractFault   with every problem found
 */
export function readContract(source) {
  let data
  try {
    data = parse(source) ?? {}
  } catch (cause) {
    throw new ContractFault([`it is not YAML: ${cause.message}`])
  }
  const strangers = Object.keys(data).filter((key) => key !== 'version' && !(key in sections))
  const problems = [
    ...(data.version === 1 ? [] : [`version: it is ${JSON.stringify(data.version)}; this generator reads 1`]),
    ...strangers.map((key) => `unknown section "${key}"; it takes version, ${Object.keys(sections).join(', ')}`),
    ...Object.entries(sections).flatMap(([title, shape]) => problemsOfSection(title, data[title], shape)),
  ]
  if (problems.length === 0) problems.push(...problemsAcross(data))
  if (problems.length > 0) throw new ContractFault(problems)
  return numbered(data)
}
