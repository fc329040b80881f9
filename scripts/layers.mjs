#!/usr/bin/env node
// Checks who includes and imports whom, and the other rules of the house that a text search can see: scripts/layers/rules.mjs has them.
// `--root DIR` looks at another checkout than this one.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inspect } from './layers/inspect.mjs'

const houses = { native: /\.(h|hpp|inc|inl|c|cc|cpp)$/, bindings: /\.(h|hpp|inc|inl|c|cc|cpp)$/, src: /\.[cm]?tsx?$/ }

function filesUnder(root, folder, pattern) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(root, path, pattern)
    return pattern.test(entry.name) ? [path] : []
  })
}

const { values } = parseArgs({ options: { root: { type: 'string' } } })
const root = resolve(values.root ?? fileURLToPath(new URL('..', import.meta.url)))
const files = Object.entries(houses).flatMap(([folder, pattern]) => filesUnder(root, folder, pattern).sort())
const breaches = files.flatMap((path) => inspect(root, path, readFileSync(join(root, path), 'utf8')))
for (const breach of breaches) console.error(breach)

if (files.length === 0) console.error(`layers: there is nothing to look at under ${root}`)
else if (breaches.length > 0) console.error(`layers: ${breaches.length} breaches in ${files.length} files`)
else console.log(`layers: ${files.length} files keep the rules`)
process.exitCode = files.length > 0 && breaches.length === 0 ? 0 : 1
