// Somebody truncates files while they are mapped: an error on that file, and the process lives.
import assert from 'node:assert/strict'
import { truncateSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { checkStatistics } from '../binding/support/checks.mjs'
import { writeNpy } from '../binding/support/files.mjs'
import { statistics } from '../binding/support/tasks.mjs'

const sampleCount = 40_000
const channelCount = 8
/** The first: while it was read. The others: before it was opened. */
const acceptable = ['IO_FILE_SHRANK', 'FORMAT_TRUNCATED_DATA', 'FORMAT_TRUNCATED_HEADER', 'FORMAT_EMPTY_FILE']

function checkEnding({ failure, result }) {
  if (result) checkStatistics(result, sampleCount, channelCount)
  else assert.ok(acceptable.includes(failure.code), `${failure.code}: ${failure.message}`)
  return failure?.code === 'IO_FILE_SHRANK'
}

/** @returns how many mapped tasks lost their file while they read it */
async function shrinkOnce(engine, path, round) {
  writeNpy(path, sampleCount, channelCount)
  const mapped = Array.from({ length: 4 }, () => statistics(engine, path, 'map'))
  const read = Array.from({ length: 2 }, () => statistics(engine, path, 'read'))
  await wait(round % 5)
  truncateSync(path, round % 2 ? 0 : 4096 * (1 + (round % 7)))
  for (const ending of await Promise.all(read)) checkEnding(ending)
  return (await Promise.all(mapped)).filter(checkEnding).length
}

/** At least `rounds` times, and more until a mapped file was lost while it was being read. */
export async function exerciseShrinkingFile(engine, path, rounds) {
  let lost = 0
  for (let round = 0; round < rounds || (lost === 0 && round < 10 * rounds); round++)
    lost += await shrinkOnce(engine, path, round)
  assert.ok(lost > 0, 'no mapped file was lost while it was being read: the exercise proves nothing')
  return lost
}
