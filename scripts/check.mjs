#!/usr/bin/env node
// `npm run check`: what can be said of the sources without running them.
import { join } from 'node:path'
import { cppFiles, ensureClangTool } from './clang-tools.mjs'
import { root, run, twoAtATime } from './steps.mjs'

const node = (...args) => ({ command: process.execPath, args })
const bin = (path, ...args) => node(join(root, 'node_modules', path), ...args)

const checks = [
  { name: 'TypeScript: src', ...bin('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json') },
  { name: 'TypeScript: test', ...bin('typescript/bin/tsc', '-p', 'tsconfig.test.json') },
  { name: 'Biome: lint and format', ...bin('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings') },
  { name: 'contract: generated files', ...node('scripts/contract.mjs', '--check') },
  { name: 'spec: JSON Schema', ...node('scripts/spec-schema.mjs', '--check') },
  { name: 'layers: imports and includes', ...node('scripts/layers.mjs') },
]

const clangFormat = await ensureClangTool('clang-format')
if (clangFormat) {
  const args = ['--dry-run', '-Werror', ...cppFiles('native', 'bindings', 'test')]
  const files = (output) => [...new Set(output.match(/^[^:\n]+(?=:\d+:\d+: error)/gm))].join('\n')
  checks.push({ name: 'clang-format (`npm run format` puts it right)', command: clangFormat, args, report: files })
} else {
  console.log('skipped clang-format: version 14 is not here (sudo apt-get install -y clang-format-14)')
}

const results = await twoAtATime(checks, async ({ name, command, args, report = (output) => output.trimEnd() }) => {
  const { status, output } = await run(command, args)
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  if (status !== 0) console.log(report(output))
  return status === 0
})
if (!results.every(Boolean)) process.exitCode = 1
