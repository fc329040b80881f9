// Somebody truncates files while they are mapped: an error on that file, and the process lives.
import assert from 'node:assert/strict'
import { truncateSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { checkStatistics } from '../binding/support/checks.mjs'
import { writeNpy } from '../binding/support/files.mjs'
import { statistics } from '../binding/support/tasks.mjs'

const sampleCount = 40_000
const channelCount = 8
const acceptable = ['IO_FILE_SHRANK', 'FORMAT_TRUNCATED_DATA', 'FORMAT_TRUNCATED_HEADER', 'FORMAT_EMPTY_FILE']

async function shrinkOnce(engine, path, round) {
  writeNpy(path, sampleCount, channelCount)
  const endings = Array.from({ length: 6 }, (_, index) => statistics(engine, path, index % 3 === 2 ? 'read' : 'map'))
  await wait(round % 5)
  truncateSync(path, round % 2 ? 0 : 4096 * (1 + (round % 7)))
  let failed = 0
  for (const { failure, result } of await Promise.all(endings)) {
    if (result) checkStatistics(result, sampleCount, channelCount)
    else assert.ok(acceptable.includes(failure.code), `${failure.code}: ${failure.message}`)
    if (failure) failed += 1
  }
  return failed
}

/** @returns how many tasks met a file that shrank */
export async function exerciseShrinkingFile(engine, path, rounds) {
  let failed = 0
  for (let round = 0; round < rounds; round++) failed += await shrinkOnce(engine, path, round)
  assert.ok(failed > 0, 'no task met a file that shrank: the exercise proves nothing')
  return failed
}
