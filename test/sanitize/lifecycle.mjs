// Tasks cancelled, engines closed while running, closed inside `done`, used after, and left to the collector.
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { checkStatistics } from '../binding/support/checks.mjs'
import { statistics, statisticsTask, submit } from '../binding/support/tasks.mjs'

function checkEnding({ failure, result }, file) {
  if (failure) assert.equal(failure.code, 'CANCELLED', failure.message)
  else checkStatistics(result, file.sampleCount, file.channelCount)
  return failure === undefined
}

async function cancelSome(engine, file) {
  const submissions = Array.from({ length: 60 }, () => submit(engine, 'statistics', statisticsTask(file.path)))
  for (const { id } of submissions.filter((_, index) => index % 2)) engine.cancel(id)
  const endings = await Promise.all(submissions.map(({ ended }) => ended))
  const succeeded = endings.map((ending) => checkEnding(ending, file))
  assert.ok(
    succeeded.every((hasResult, index) => hasResult || index % 2),
    'a task that nobody cancelled was cancelled',
  )
  engine.cancel(submissions[0].id) // ended long ago
}

async function closeWhileRunning(openEngine, file) {
  const engine = openEngine(5)
  const endings = Array.from({ length: 60 }, () => statistics(engine, file.path))
  await endings[0]
  engine.close()
  for (const ending of await Promise.all(endings)) checkEnding(ending, file)
  engine.close()
  assert.equal((await statistics(engine, file.path)).failure.code, 'CANCELLED')
}

async function closeInDone(openEngine, file) {
  const engine = openEngine(2)
  const first = statistics(engine, file.path).then(() => engine.close())
  engine.statistics(statisticsTask(file.path), () => engine.close())
  const endings = Array.from({ length: 20 }, () => statistics(engine, file.path))
  await first
  for (const ending of await Promise.all(endings)) checkEnding(ending, file)
}

async function leaveToCollector(openEngine, file) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  const endings = Array.from({ length: 10 }, () => statistics(openEngine(2), file.path))
  collect()
  for (const ending of await Promise.all(endings))
    assert.ok(checkEnding(ending, file), 'the engine was collected with work under way')
  for (let i = 0; i < 5; i++) {
    collect()
    await wait(1)
  }
}

export async function exerciseLifecycle(openEngine, file) {
  for (const lanes of [1, 5]) {
    const engine = openEngine(lanes)
    await cancelSome(engine, file)
    engine.close()
  }
  for (let i = 0; i < 5; i++) await closeWhileRunning(openEngine, file)
  for (let i = 0; i < 5; i++) await closeInDone(openEngine, file)
  await leaveToCollector(openEngine, file)
}
