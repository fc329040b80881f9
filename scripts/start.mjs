#!/usr/bin/env node
// `npm start`: makes a sample batch and runs it: the main job, from files to tables.
import { spawnSync } from 'node:child_process'
import { setup } from './setup.mjs'
import { main, root, StepFailure } from './steps.mjs'
import { cliPath } from './typescript.mjs'

await main(async () => {
  await setup()
  const args = ['demo', 'sample']
  console.log(`$ npx wavemill ${args.join(' ')}\n`)
  const { status } = spawnSync(process.execPath, [cliPath, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new StepFailure(`wavemill demo: exit ${status}`)
})
