// src/contract/generated/events.ts, laid out as the formatter would.
import { fieldTypes } from './vocabulary.mjs'

const typeName = (name) => name.replaceAll(/(^|_)([a-z])/g, (_match, _mark, letter) => letter.toUpperCase())

const property = ({ name, type, isOptional }) =>
  `  readonly ${name}${isOptional ? '?' : ''}: ${fieldTypes[type].typescript}${isOptional ? ' | undefined' : ''}`

const declaration = ({ name, text, fields }) => `/** ${text} */
export interface ${typeName(name)} {
  readonly event: '${name}'
  /** ISO 8601, UTC. */
  readonly time: string
${fields.map(property).join('\n')}
}`

const names = (events, stream) => events.filter((event) => event.stream === stream).map(({ name }) => typeName(name))

export function eventsModule({ events }) {
  return `// Generated from src/contract/contract.yaml by \`npm run contract\`. Do not edit: change the YAML and type that.
import type { ErrorCode } from './contract.js'

${events.map(declaration).join('\n\n')}

/** What happened: kept with a checksum, on disk before anybody is told. */
export type JournalEvent = ${names(events, 'journal').join(' | ')}

/** How it looked: a run is understood and resumed without it. */
export type TelemetryEvent = ${names(events, 'telemetry').join(' | ')}

export type RunEvent = JournalEvent | TelemetryEvent
`
}
