// Ends without close(): an engine that has nothing to do must not keep the process. argv: addon, file.
import { createRequire } from 'node:module'
import { statistics, succeeds } from '../support/tasks.mjs'

const [addonPath, path] = process.argv.slice(2)
const { Engine } = createRequire(import.meta.url)(addonPath)
const engine = new Engine({ lanes: 2, isa: 'auto', guardsFaults: true })
for (let round = 0; round < 3; round++) {
  const { periods } = await succeeds(statistics(engine, path))
  console.log(periods[0].sampleCount)
  await new Promise((resolve) => setTimeout(resolve, 5)) // the queue is let go and taken up again
}
