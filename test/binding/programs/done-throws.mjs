// Every second `done` throws. argv: addon, file. Prints what reached process.on('uncaughtException') and how many were called.
import { createRequire } from 'node:module'
import { statisticsTask } from '../support/tasks.mjs'

const [addonPath, path] = process.argv.slice(2)
const { Engine } = createRequire(import.meta.url)(addonPath)
const engine = new Engine({ lanes: 2, isa: 'auto', guardsFaults: true })
const thrown = []
let called = 0
process.on('uncaughtException', (error) => thrown.push(error instanceof Error ? error.message : error))
for (let i = 0; i < 10; i++) {
  engine.statistics(statisticsTask(path), () => {
    called += 1
    if (called === 4) throw 'no Error at all'
    if (called % 2 === 0) throw new Error('thrown by done')
  })
}
process.on('exit', () => console.log(JSON.stringify({ called, thrown })))
