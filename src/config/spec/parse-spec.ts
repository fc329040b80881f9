import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { WavemillError } from '../../contract/error.js'
import type { RunSpec } from '../../contract/spec.js'
import { checkedSpec, type Fault } from './faults.js'

const kMostFaults = 20

/**
 * The spec that a YAML text means.
 *
 * @param fileName   for the messages
 * @errors           CONFIG_SPEC_SYNTAX, CONFIG_VALUE: every fault on a line of its own, `file:line:column: what`
 */
export function parseSpec(text: string, fileName: string): RunSpec {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true, version: '1.2' })
  const [syntax] = document.errors
  if (syntax)
    throw new WavemillError('CONFIG_SPEC_SYNTAX', at(fileName, lines, syntax.pos[0], firstLine(syntax.message)), {
      cause: syntax,
    })
  const checked = checkedSpec(plainValue(document, fileName) ?? {})
  if (!checked.faults) return checked.spec
  const located = checked.faults.map((fault) => ({ offset: offsetOf(document, text, fault), message: fault.message }))
  located.sort((a, b) => a.offset - b.offset)
  const shown = located.slice(0, kMostFaults).map(({ offset, message }) => at(fileName, lines, offset, message))
  const more = located.length - shown.length
  throw new WavemillError('CONFIG_VALUE', [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'))
}

/** Aliases that unfold without end are refused. */
function plainValue(document: Document, fileName: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (cause) {
    throw new WavemillError('CONFIG_SPEC_SYNTAX', `${fileName}: ${(cause as Error).message}`, { cause })
  }
}

function at(fileName: string, lines: LineCounter, offset: number, message: string): string {
  const { line, col } = lines.linePos(offset)
  return `${fileName}:${line}:${col}: ${message}`
}

/** The library adds a picture of the place. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
}

/** Where the text has what a fault means: the key of an unknown one, the value of a wrong one, else the nearest thing around it. */
function offsetOf(document: Document, text: string, { path, isKey, offset }: Fault): number {
  for (let length = path.length; length > 0; --length) {
    const steps = path.slice(0, length)
    const key = keyOffset(document, steps)
    if (isKey && length === path.length && key !== undefined) return key
    const node = document.getIn(steps, true)
    if (isNode(node) && node.range) return node.range[0] + (offset === undefined ? 0 : placeWithin(node, text, offset))
    if (key !== undefined) return key
  }
  return document.contents?.range?.[0] ?? 0
}

/** Where a character of a value stands in the text of the file; its begin where the value is written in another way. */
function placeWithin(node: unknown, text: string, offset: number): number {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return 0
  const written = text.slice(node.range[0], node.range[1])
  if (written === node.value) return offset
  return written.slice(1, -1) === node.value ? 1 + offset : 0
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  const pair = (parent as YAMLMap).items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
  )
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined
}
