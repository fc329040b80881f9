#!/usr/bin/env node
// docs/wavemill.schema.json from the schema in src/config/spec/schema.ts, by way of dist/. `--check` writes nothing and fails where the committed file differs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { layOut } from './contract/json-layout.mjs'
import { root } from './steps.mjs'
import { buildTypeScript, isTypeScriptFresh } from './typescript.mjs'

const name = 'docs/wavemill.schema.json'
const path = join(root, name)

if (!isTypeScriptFresh()) await buildTypeScript()
const { specSchema } = await import('../dist/config/spec/schema.js')
const { z } = await import('zod')
const { $schema, ...rest } = z.toJSONSchema(specSchema, { target: 'draft-7', io: 'input' })
const $comment = 'Generated from src/config/spec/schema.ts by `npm run contract`. Do not edit.'
const text = `${layOut({ $schema, $comment, title: 'wavemill.yml', ...rest })}\n`

if (!process.argv.includes('--check')) {
  writeFileSync(path, text)
  console.log(`wrote ${name}`)
} else if (existsSync(path) && readFileSync(path, 'utf8') === text) {
  console.log(`spec: ${name} is what the schema says`)
} else {
  console.error(`${name} is not what src/config/spec/schema.ts says. Type: npm run contract`)
  process.exitCode = 1
}
