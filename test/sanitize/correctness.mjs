// Hundreds of tasks at once: results are right, and the same bits whatever the lanes and the read mode.
import assert from 'node:assert/strict'
import { checkCycles, checkInspection, checkStatistics } from '../binding/support/checks.mjs'
import { bitsOf, inspect, rainflow, statistics, succeeds } from '../binding/support/tasks.mjs'

const rounds = 6

async function statisticsOf(engine, file, mode) {
  const result = await succeeds(statistics(engine, file.path, mode))
  checkStatistics(result, file.sampleCount, file.channelCount)
  assert.equal(result.readPath, mode === 'read' ? 'read' : 'mapped')
  file.bits ??= bitsOf(result)
  assert.equal(bitsOf(result), file.bits, `${file.path}: other bits with ${engine.lanes} lanes, ${mode}`)
}

async function restOf(engine, file, mode) {
  checkInspection(await succeeds(inspect(engine, file.path, mode)), file.sampleCount, file.channelCount)
  const result = await succeeds(rainflow(engine, file.path, mode))
  checkCycles(result, file.sampleCount)
  const bits = Buffer.from(result.cycles.buffer).toString('base64')
  file.cycles ??= bits
  assert.equal(bits, file.cycles)
}

/** `files` remember the first bits seen, and are compared with them ever after. */
export async function exerciseResults(engine, files) {
  for (const mode of ['map', 'read']) {
    const tasks = Array.from({ length: rounds }, () =>
      files.flatMap((file) => [statisticsOf(engine, file, mode), restOf(engine, file, mode)]),
    )
    await Promise.all(tasks.flat())
  }
}
