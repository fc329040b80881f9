#!/usr/bin/env node
// `npm start`: makes a small sample file and shows its statistics.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setup } from './setup.mjs'
import { main, root, StepFailure } from './steps.mjs'
import { cliPath } from './typescript.mjs'

await main(async () => {
  await setup()
  const { writeSampleFile } = await import('../dist/sample/index.js')
  const file = join('sample', 'sample.outb')
  mkdirSync(join(root, 'sample'), { recursive: true })
  await writeSampleFile(join(root, file))
  const args = ['stats', file, '--del', '3,4,5,10']
  console.log(`$ npx wavemill ${args.join(' ')}\n`)
  const { status } = spawnSync(process.execPath, [cliPath, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new StepFailure(`wavemill stats: exit ${status}`)
})
