// The addon at work with nothing but Node around it, for runs under ASan with UBSan and under TSan.
//   node test/sanitize/exercise.mjs build/Release/wavemill.node
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cutOff, writeNpy, writeOutb } from '../binding/support/files.mjs'
import { exerciseResults } from './correctness.mjs'
import { exerciseLifecycle } from './lifecycle.mjs'
import { exerciseBrokenFiles, exerciseWrongTypes } from './refusals.mjs'
import { exerciseShrinkingFile } from './shrinking.mjs'
import { exerciseWorkers } from './workers.mjs'

const addonPath = resolve(process.argv[2] ?? 'build/Release/wavemill.node')
const { Engine } = createRequire(import.meta.url)(addonPath)
const folder = mkdtempSync(join(tmpdir(), 'wavemill-exercise-'))

function openEngine(lanes) {
  return new Engine({ lanes, isa: 'auto', guardsFaults: true })
}

function soundFile(name, write, sampleCount, channelCount) {
  const path = join(folder, name)
  write(path, sampleCount, channelCount)
  return { path, sampleCount, channelCount }
}

function brokenFiles() {
  const files = [
    { path: join(folder, 'cut.npy'), write: writeNpy },
    { path: join(folder, 'cut.outb'), write: writeOutb },
  ]
  for (const { path, write } of files) {
    write(path, 500, 3)
    cutOff(path, 1, statSync(path).size)
  }
  const empty = join(folder, 'empty.npy')
  writeFileSync(empty, '')
  return [
    ...files.map(({ path }) => ({ path, code: 'FORMAT_TRUNCATED_DATA' })),
    { path: empty, code: 'FORMAT_EMPTY_FILE' },
    { path: join(folder, 'absent.npy'), code: 'DISCOVER_NOT_FOUND' },
    { path: folder, code: 'DISCOVER_NOT_A_FILE' },
  ]
}

async function exercise() {
  const files = [
    soundFile('a.npy', writeNpy, 1010, 3),
    soundFile('b.outb', writeOutb, 5000, 20),
    soundFile('c.npy', writeNpy, 60_001, 2),
  ]
  const [, outb, large] = files
  const engines = [openEngine(1), openEngine(5)]
  for (const engine of engines) await exerciseResults(engine, files)
  exerciseWrongTypes(engines[0], Engine, outb.path)
  for (const engine of engines) await exerciseBrokenFiles(engine, brokenFiles())
  await exerciseLifecycle(openEngine, large)
  const lost = await exerciseShrinkingFile(engines[1], join(folder, 'shrinks.npy'), 20)
  await exerciseWorkers(addonPath, outb, 10)
  return `${lost} mapped files lost while read` // both engines stay open: what they hold must not keep the process
}

const started = performance.now()
try {
  const summary = await exercise()
  console.log(`exercise: all results right, ${summary}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
} catch (error) {
  console.error('exercise: failed', error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
