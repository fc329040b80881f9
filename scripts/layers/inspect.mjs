// One file's text → its breaches, each an offset and a sentence.
import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { blankCpp, blankTs } from './blank.mjs'
import { headers, lineLimit, modules, nativeRooms, nativeWords, sourceRooms, sourceWords } from './rules.mjs'

const mayBeIn = (path, places) => places.some((place) => path.startsWith(place))
const list = (words) => (words.length === 0 ? 'nothing' : words.join(', '))

function wordBreaches(path, code, words) {
  return words
    .filter(({ only }) => !mayBeIn(path, only))
    .flatMap(({ pattern, why }) =>
      [...code.matchAll(pattern)].map((match) => ({ offset: match.index, text: `uses ${match[0].replace(/\s+/g, '')}: ${why}` })),
    )
}

/** What stands between the quotes that `pattern` finds in blanked code, read from the source. */
function quotations(source, code, pattern) {
  return [...code.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length - 1
    return { offset: match.index, target: source.slice(end - match.groups.target.length, end), isQuoted: match[0].endsWith('"') }
  })
}

function lengthBreach(path, source) {
  const count = source.split('\n').length - (source.endsWith('\n') ? 1 : 0)
  if (path.includes('/generated/') || count <= lineLimit) return []
  return [
    {
      offset: source.length - 1,
      text: `has ${count} lines: none over ${lineLimit}; find the second idea in it and give it a file`,
    },
  ]
}

function roomBreach(kind, rooms, room, target, written) {
  if (room === target || rooms[room]?.includes(target)) return []
  if (!(target in rooms)) return [`${kind} "${written}": ${target} is no room of scripts/layers/rules.mjs`]
  return [`${kind} "${written}": ${room} may know ${list(rooms[room] ?? [])}`]
}

const include = /^[ \t]*#[ \t]*include[ \t]*["<](?<target>[^">\n]*)[">]/gm

function includeBreaches(root, path, { target, isQuoted }) {
  const restricted = headers.find(({ pattern, only }) => pattern.test(target) && !mayBeIn(path, only))
  if (restricted) return [`includes ${target}: ${restricted.why}`]
  const [house, room] = path.split('/')
  if (!isQuoted || house !== 'native') return []
  if (!existsSync(join(root, 'native', target)))
    return [`includes "${target}": no such file under native/; includes are written from there`]
  return roomBreach('includes', nativeRooms, room, target.split('/')[0], target)
}

function nativeBreaches(root, path, source) {
  const code = blankCpp(source)
  const includes = quotations(source, code, include).flatMap(({ offset, ...found }) =>
    includeBreaches(root, path, found).map((text) => ({ offset, text })),
  )
  return [...includes, ...wordBreaches(path, code, nativeWords)]
}

const imported = /\b(?:from|import)\s*\(?\s*(?<mark>['"])(?<target>[^'"]*)\k<mark>/g

const roomOf = (path) => {
  const [, first, second] = path.split('/')
  return second === undefined ? first.replace(/\.\w+$/, '') : first
}

function importBreaches(path, target) {
  const restricted = modules.find(({ pattern, only }) => pattern.test(target) && !mayBeIn(path, only))
  if (restricted) return [`imports ${target}: ${restricted.why}`]
  if (!target.startsWith('.')) return []
  const resolved = posix.join(dirname(path), target)
  if (!resolved.startsWith('src/')) return [`imports "${target}": it lies outside src/`]
  return roomBreach('imports', sourceRooms, roomOf(path), roomOf(resolved), target)
}

function sourceBreaches(path, source) {
  const code = blankTs(source)
  const breaches = quotations(source, code, imported).flatMap(({ offset, target }) =>
    importBreaches(path, target).map((text) => ({ offset, text })),
  )
  return [...breaches, ...wordBreaches(path, code, sourceWords)]
}

function placeBreach(path) {
  const [house, room, ...rest] = path.split('/')
  const rooms = { native: nativeRooms, src: sourceRooms }[house]
  if (rooms === undefined) return []
  const name = house === 'src' ? roomOf(path) : rest.length > 0 ? room : ''
  return name in rooms
    ? []
    : [{ offset: 0, text: `lies in ${name === '' ? 'no room' : `"${name}"`}: give it a row in scripts/layers/rules.mjs` }]
}

/**
 * @param root   the checkout
 * @param path   of the file from there, with forward slashes
 * @return       breaches as `path:line: sentence`
 */
export function inspect(root, path, source) {
  const language = path.startsWith('src/') ? sourceBreaches(path, source) : nativeBreaches(root, path, source)
  return [...placeBreach(path), ...language, ...lengthBreach(path, source)]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, text }) => `${path}:${source.slice(0, offset).split('\n').length}: ${text}`)
}
