// Worker threads with an engine each: same bits as here; ended by themselves, by process.exit and by terminate() with work
// under way.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

const program = new URL('../binding/programs/worker.mjs', import.meta.url)

function start(addonPath, path, lanes, task) {
  const worker = new Worker(program, { workerData: { addonPath, path, lanes, task } })
  const failed = new Promise((_, reject) => worker.once('error', reject))
  return { worker, message: Promise.race([once(worker, 'message'), failed]), exit: once(worker, 'exit') }
}

async function checkResults(addonPath, file, lanes, task) {
  const { message, exit } = start(addonPath, file.path, lanes, task)
  const [[bits]] = await Promise.all([message, exit])
  assert.deepEqual(bits, [file.bits, file.bits])
}

async function terminateAtWork(addonPath, file, delay_ms) {
  const { worker, message } = start(addonPath, file.path, 2, 'forever')
  await message
  await wait(delay_ms)
  await worker.terminate()
}

export async function exerciseWorkers(addonPath, file, terminations) {
  await Promise.all([1, 2, 5].map((lanes) => checkResults(addonPath, file, lanes, 'once')))
  await Promise.all([1, 2].map((lanes) => checkResults(addonPath, file, lanes, 'held')))
  for (let i = 0; i < terminations; i += 2) {
    await Promise.all([terminateAtWork(addonPath, file, i % 5), terminateAtWork(addonPath, file, (i * 3) % 7)])
  }
}
