#!/usr/bin/env node
// `npm test`: the C++ tests, then the TypeScript tests; arguments go to vitest. The last line is the sum of both.
import { join } from 'node:path'
import { ensureDoctest, testPreset } from './core-tests.mjs'
import { closingLine, isClosingLine, none, parseClosingLine, sum } from './counts.mjs'
import { setup } from './setup.mjs'
import { main, root, run } from './steps.mjs'

async function coreTests() {
  if (!(await ensureDoctest())) {
    console.log('C++ tests skipped: doctest is not installed (sudo apt-get install -y doctest-dev)')
    return { ...none, skipped: 1 }
  }
  console.log('C++ tests (ctest --preset release)')
  const isGate = process.env.CI === 'true'
  const { counts, output } = await testPreset('release', [`-DWAVEMILL_WARNINGS_ARE_ERRORS=${isGate ? 'ON' : 'OFF'}`])
  if (counts.failed > 0) process.stdout.write(output)
  console.log(`C++: ${closingLine(counts)} (core)\n`)
  return counts
}

async function typeScriptTests() {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const onLine = (line) => !isClosingLine(line) && console.log(line) // the sum is printed instead
  const { status, output } = await run(process.execPath, [vitest, 'run', ...process.argv.slice(2)], { onLine })
  const counts = parseClosingLine(output) ?? none
  return status !== 0 && counts.failed === 0 ? sum(counts, { ...none, failed: 1 }) : counts
}

await main(async () => {
  await setup()
  const counts = sum(await coreTests(), await typeScriptTests())
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1
  console.log(closingLine(counts))
})
