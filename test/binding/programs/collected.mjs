// Engines that nobody holds, with --expose-gc. argv: addon, file. Prints how many were collected, and whether tasks outlived
// their engine's last name.
import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import { statistics, succeeds } from '../support/tasks.mjs'

const engineCount = 20
const [addonPath, path] = process.argv.slice(2)
const { Engine } = createRequire(import.meta.url)(addonPath)
let collected = 0
const registry = new FinalizationRegistry(() => {
  collected += 1
})

function startAndForget() {
  const engine = new Engine({ lanes: 2, isa: 'auto', guardsFaults: true })
  registry.register(engine, undefined)
  return [statistics(engine, path), statistics(engine, path)]
}

const endings = Array.from({ length: engineCount }, startAndForget).flat()
globalThis.gc()
const whileWorking = collected
const results = await Promise.all(endings.map(succeeds))
for (let i = 0; i < 100 && collected < engineCount; i++) {
  globalThis.gc()
  await wait(5)
}
console.log(JSON.stringify({ whileWorking, collected, results: results.length }))
