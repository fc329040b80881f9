// src/contract/generated/results.schema.json: what `wavemill stats --format json` prints.
import { layOut } from './json-layout.mjs'
import { memberPattern } from './read.mjs'

const object = (properties, optional = [], more = {}) => ({
  type: 'object',
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  properties,
  ...more,
  additionalProperties: false,
})

const value = (text) => ({ description: text, type: ['number', 'null'] })

const numbers = (text) => ({ description: text, type: 'array', items: { type: ['number', 'null'] } })

/** Rows as columns: each an array, one element a row. */
function extra({ columns, further }) {
  const properties = Object.fromEntries(
    columns.map(({ name, choices, text }) => [
      name,
      choices ? { description: text, type: 'array', items: { enum: choices } } : numbers(text),
    ]),
  )
  return object({ ...properties, ...(further ? { channels: { type: 'object', additionalProperties: numbers(further) } } : {}) })
}

function channel({ columns, families, extras, statuses, words }) {
  const wordsOf = { status: statuses.map(({ name }) => name), ...Object.fromEntries(words.map(({ name, of }) => [name, of])) }
  const ofColumn = (column) =>
    column.words === undefined ? value(column.text) : { description: column.text, enum: [...wordsOf[column.words], null] }
  const identity = {
    index: { type: 'integer', minimum: 0, description: 'Counts channels from 0 in file order, time excluded.' },
    name: { type: 'string' },
    unit: { type: 'string' },
    status: { enum: statuses.map(({ name }) => name) },
  }
  const names = columns.map(({ name }) => name)
  const patternProperties = Object.fromEntries(families.map((family) => [memberPattern(family), value(family.text)]))
  const tables = Object.fromEntries(extras.map((entry) => [entry.name, extra(entry)]))
  const properties = { ...identity, ...Object.fromEntries(columns.map((column) => [column.name, ofColumn(column)])), ...tables }
  return object(properties, [...names, ...Object.keys(tables)], { patternProperties })
}

const computedFile = object({
  path: { type: 'string' },
  format: { type: 'string' },
  readPath: { enum: ['mapped', 'read', 'decoded'], description: 'How the bytes came. Results never depend on it.' },
  sampleCount: { type: 'integer', minimum: 0, description: 'Samples in the period.' },
  time: object({
    start_s: { type: 'number' },
    stop_s: { type: 'number' },
    step_s: { type: ['number', 'null'], description: 'Null where the step varies.' },
  }),
  channels: { type: 'array', items: { $ref: '#/definitions/channel' } },
  warnings: { type: 'array', items: { type: 'string' } },
})

const failedFile = (errors) =>
  object({
    path: { type: 'string' },
    error: object(
      {
        code: { enum: errors.map(({ code }) => code) },
        message: { type: 'string' },
        offsetBytes: { type: 'integer', minimum: 0, description: 'Where in the file.' },
      },
      ['offsetBytes'],
    ),
  })

export function resultsSchema(contract) {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from src/contract/contract.yaml by `npm run contract`. Do not edit: change the YAML and type that.',
    title: 'wavemill stats --format json',
    ...object({
      files: {
        type: 'array',
        items: { oneOf: ['computedFile', 'failedFile'].map((name) => ({ $ref: `#/definitions/${name}` })) },
      },
    }),
    definitions: { computedFile, failedFile: failedFile(contract.errors), channel: channel(contract) },
  }
  return `${layOut(schema)}\n`
}
