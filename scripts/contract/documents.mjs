// docs/statistics.md, docs/formats.md, docs/errors.md and docs/events.md: the prose of the templates beside this file, with the contract's tables in it.
import { readFileSync } from 'node:fs'
import { errorFamilies, errorFamilyOf, exitCodeOf } from './vocabulary.mjs'

const cell = (value) => String(value).replaceAll('\\', '\\\\').replaceAll('|', '\\|')

const row = (cells) => `| ${cells.map(cell).join(' | ')} |`

const table = (heads, rows) => [row(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n')

/** `{{name}}` in the template becomes the part of that name. */
function fill(template, parts) {
  const text = readFileSync(new URL(template, import.meta.url), 'utf8')
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => parts[name])
}

/** The name of one member: 5 → p05, 3.5 → del_m3_5. */
export function memberName({ prefix, digits }, value) {
  const [whole, fraction] = String(value).split('.')
  return `${prefix}${whole.padStart(digits, '0')}${fraction === undefined ? '' : `_${fraction}`}`
}

const code = (name) => `\`${name}\``

const columnRow = ({ name, unit, text, isDefault }) => [code(name), unit, text, isDefault ? 'default' : 'on request']

const familyRow = (family) =>
  family.members === 'names'
    ? [code(`${family.prefix}<name>`), 'names; none by default', family.unit, family.text]
    : [
        family.defaults.map((value) => code(memberName(family, value))).join(' '),
        `${family.parameter}, ${family.from} to ${family.to}`,
        family.unit,
        family.text,
      ]

const extraColumnText = ({ name, unit, choices, text }) => [code(name), choices ? choices.map(code).join(', ') : unit, text]

const extraSection = ({ name, text, columns, further }) =>
  [
    `### ${code(name)}`,
    text,
    table(['Column', 'Unit', 'What it holds'], columns.map(extraColumnText)),
    ...(further ? [`Behind them: ${further[0].toLowerCase()}${further.slice(1)}`] : []),
  ].join('\n\n')

const tableSection = ({ name, text, columns, families = [] }) =>
  [
    `### ${code(name)}`,
    text,
    table(
      ['Column', 'Unit', 'What it holds'],
      columns.map((column) => [code(column.name), column.type === 'text' ? 'text' : column.unit, column.text]),
    ),
    ...(families.length > 0 ? [`Behind them: the columns of ${families.map(code).join(', ')} that were asked for.`] : []),
  ].join('\n\n')

const curveRow = ({ name, m1, log_a1, m2, log_a2, thickness_exponent: k }) => [
  code(name),
  m1,
  log_a1.toFixed(3),
  m2 ?? '',
  log_a2?.toFixed(3) ?? '',
  k?.toFixed(2) ?? 'not given',
]

export function statisticsDocument({ columns, families, curves, extras, tables, statuses }) {
  return fill('statistics.template.md', {
    columns: table(['Column', 'Unit', 'Definition', 'Given'], columns.map(columnRow)),
    families: table(['Columns by default', 'Parameter', 'Unit', 'Definition'], families.map(familyRow)),
    extras: extras.map(extraSection).join('\n\n'),
    tables: tables.map(tableSection).join('\n\n'),
    curves: table(['Curve', 'm1', 'log a1', 'm2', 'log a2', 'k'], curves.map(curveRow)),
    statuses: table(
      ['Status', 'What it says'],
      statuses.map(({ name, text }) => [code(name), text]),
    ),
  })
}

const errorRow = (error) => [code(error.code), error.text, error.stage, error.disposition, exitCodeOf(error)]

export function errorsDocument({ errors }) {
  const present = errorFamilies.filter((family) => errors.some((error) => errorFamilyOf(error.code) === family))
  const parts = present.map((family) => {
    const rows = errors.filter((error) => errorFamilyOf(error.code) === family).map(errorRow)
    return `## ${family.title}\n\n${table(['Code', 'What it means, what to do', 'Stage', 'Disposition', 'Exit code'], rows)}`
  })
  return fill('errors.template.md', { families: parts.join('\n\n') })
}

const spelled = (pattern) =>
  code(pattern.replace('*', pattern.startsWith('*.') && !pattern.includes('#') ? '' : 'X').replace('#', 'nn'))

const formatRow = ({ name, title, files, description, reading, text }) => [
  code(name),
  title,
  files.map(spelled).join(', ') + (description === '' ? '' : ` with ${spelled(description)}`),
  reading,
  text,
]

export function formatsDocument({ formats }) {
  return fill('formats.template.md', { formats: table(['Name', 'What', 'Files', 'Read', 'Variants'], formats.map(formatRow)) })
}

const fieldText = ({ name, type, isOptional }) => `${code(name)} ${type}${isOptional ? ', may be missing' : ''}`

const eventRow = ({ name, text, fields }) => [code(name), text, fields.map(fieldText).join('; ')]

export function eventsDocument({ events }) {
  const rows = (stream) => events.filter((event) => event.stream === stream).map(eventRow)
  const heads = ['Event', 'What it says', 'Fields']
  return fill('events.template.md', { journal: table(heads, rows('journal')), telemetry: table(heads, rows('telemetry')) })
}
