// src/contract/generated/events.schema.json: a line of events.ndjson or of `wavemill run --json`.
import { layOut } from './json-layout.mjs'
import { fieldTypes } from './vocabulary.mjs'

const head = (name) => ({ event: { const: name }, time: { type: 'string', format: 'date-time' } })

/** Only the journal's lines carry the two. */
const seal = { seq: { type: 'integer', minimum: 0 }, crc: { type: 'string', pattern: '^[0-9a-f]{8}$' } }

function definition({ name, stream, text, fields }) {
  const properties = { ...head(name), ...Object.fromEntries(fields.map((field) => [field.name, fieldTypes[field.type].schema])) }
  const required = ['event', 'time', ...fields.filter(({ isOptional }) => !isOptional).map((field) => field.name)]
  const sealed = stream === 'journal' ? seal : {}
  return { description: text, type: 'object', required, properties: { ...properties, ...sealed }, additionalProperties: false }
}

export function eventsSchema({ events }) {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from src/contract/contract.yaml by `npm run contract`. Do not edit: change the YAML and type that.',
    title: 'An event of a run: a line of events.ndjson, or of wavemill run --json',
    oneOf: events.map(({ name }) => ({ $ref: `#/definitions/${name}` })),
    definitions: Object.fromEntries(events.map((event) => [event.name, definition(event)])),
  }
  return `${layOut(schema)}\n`
}
