// A worker thread with an engine of its own. workerData: { addonPath, path, lanes, task: 'once' | 'forever' | 'held' }.
//   once      statistics in both read modes, posts their bits, closes the engine
//   forever   keeps the queue full until it is terminated; posts 'busy' when the first results are there
//   held      as once, but leaves the engine open and ends with work under way
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { bitsOf, statistics, succeeds } from '../support/tasks.mjs'

const { Engine } = createRequire(import.meta.url)(workerData.addonPath)
const engine = new Engine({ lanes: workerData.lanes, isa: 'auto', guardsFaults: true })

async function onceMore() {
  return Promise.all(['map', 'read'].map(async (mode) => bitsOf(await succeeds(statistics(engine, workerData.path, mode)))))
}

async function keepBusy() {
  for (;;) await statistics(engine, workerData.path)
}

if (workerData.task === 'forever') {
  for (let i = 0; i < 8; i++) keepBusy()
  await statistics(engine, workerData.path)
  parentPort.postMessage('busy')
} else {
  parentPort.postMessage(await onceMore())
  if (workerData.task === 'once') engine.close()
  else for (let i = 0; i < 20; i++) statistics(engine, workerData.path)
  if (workerData.task === 'held') process.exit()
}
