#!/usr/bin/env node
// Generates everything that src/contract/contract.yaml decides. `--check` writes nothing and fails where a committed file differs.
// `--root DIR` takes another checkout than this one.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { cppHeader } from './contract/cpp-header.mjs'
import { errorsDocument, eventsDocument, formatsDocument, statisticsDocument } from './contract/documents.mjs'
import { eventsModule } from './contract/events-module.mjs'
import { eventsSchema } from './contract/events-schema.mjs'
import { ContractFault, readContract } from './contract/read.mjs'
import { resultsSchema } from './contract/results-schema.mjs'
import { typescriptModule } from './contract/typescript-module.mjs'

const source = 'src/contract/contract.yaml'
const outputs = [
  { path: 'native/contract/generated/contract.h', render: cppHeader },
  { path: 'src/contract/generated/contract.ts', render: typescriptModule },
  { path: 'src/contract/generated/results.schema.json', render: resultsSchema },
  { path: 'src/contract/generated/events.ts', render: eventsModule },
  { path: 'src/contract/generated/events.schema.json', render: eventsSchema },
  { path: 'docs/statistics.md', render: statisticsDocument },
  { path: 'docs/formats.md', render: formatsDocument },
  { path: 'docs/errors.md', render: errorsDocument },
  { path: 'docs/events.md', render: eventsDocument },
]

function check(root, files) {
  const stale = files.filter(({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
  for (const { path } of stale) console.error(`${path} is not what ${source} says. Type: npm run contract`)
  if (stale.length === 0) console.log(`contract: ${files.length} generated files are what ${source} says`)
  return stale.length === 0 ? 0 : 1
}

function write(root, files) {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`wrote ${path}`)
  }
  return 0
}

function main() {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string' } } })
  const root = resolve(values.root ?? join(dirname(fileURLToPath(import.meta.url)), '..'))
  const contract = readContract(readFileSync(join(root, source), 'utf8'))
  const files = outputs.map(({ path, render }) => ({ path, text: render(contract) }))
  return values.check ? check(root, files) : write(root, files)
}

try {
  process.exitCode = main()
} catch (fault) {
  if (!(fault instanceof ContractFault)) throw fault
  for (const problem of fault.problems) console.error(`${source}: ${problem}`)
  process.exitCode = 1
}
