// A `done` that throws with nobody listening: the process must end as for any uncaught exception. argv: addon, file.
import { createRequire } from 'node:module'
import { statisticsTask } from '../support/tasks.mjs'

const [addonPath, path] = process.argv.slice(2)
const { Engine } = createRequire(import.meta.url)(addonPath)
const engine = new Engine({ lanes: 2, isa: 'auto', guardsFaults: true })
engine.statistics(statisticsTask(path), () => {
  throw new Error('thrown by done')
})
setTimeout(() => console.log('still here'), 60_000)
