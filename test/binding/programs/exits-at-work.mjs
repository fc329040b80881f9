// process.exit inside a `done`, with the queue full. argv: addon, file.
import { createRequire } from 'node:module'
import { statistics, statisticsTask } from '../support/tasks.mjs'

const [addonPath, path] = process.argv.slice(2)
const { Engine } = createRequire(import.meta.url)(addonPath)
const engine = new Engine({ lanes: 2, isa: 'auto', guardsFaults: true })
engine.statistics(statisticsTask(path), () => process.exit(7))
for (let i = 0; i < 200; i++) statistics(engine, path)
