import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type * as Wavemill from '../../src/index.js'
import type { RunEvent, SpecInput } from '../../src/index.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { writeBatch, writeLinks } from './batch-files.js'

// As it is installed: the threads that write tables are found beside the built modules.
const library = new URL('../../dist/index.js', import.meta.url).href
const { run }: typeof Wavemill = await import(library)

const room = temporaryFolder()
const path = (...names: string[]) => join(room.path, ...names)
const table = (folder: string) => readFileSync(path(folder, 'results.csv'), 'utf8')

test('run(): events in order, a summary, tables; the same from a worker thread', { timeout: 60_000 }, async () => {
  writeBatch(path('in'), 5)
  const events: RunEvent[] = []
  const spec: SpecInput = { version: 1, input: { files: path('in') }, statistics: { del: [4] } }
  const summary = await run({ ...spec, output: { folder: path('out') } }, { onEvent: (event) => events.push(event) })
  expect(summary).toMatchObject({ status: 'finished', files: 5, done: 5, kept: 0, failures: [], rows: 25 })
  expect(summary.extremes).toHaveLength(5)
  expect(events[0]?.event).toBe('run_started')
  expect(events.at(-1)?.event).toBe('run_finished')

  const program = `
    const { parentPort, workerData } = require('node:worker_threads')
    import(workerData.library).then(({ run }) => run(workerData.spec)).then((summary) => parentPort.postMessage(summary.rows))`
  const worker = new Worker(program, {
    eval: true,
    workerData: { library, spec: { ...spec, output: { folder: path('from-worker') } } },
  })
  expect(await once(worker, 'message')).toEqual([25])
  expect(table('from-worker')).toBe(table('out'))
})

test('run(): a signal cancels it, and what is done is kept for resume', { timeout: 60_000 }, async () => {
  writeLinks(path('many'), 800, 40, 2000)
  const spec: SpecInput = { version: 1, input: { files: path('many') }, output: { folder: path('cut') } }
  const controller = new AbortController()
  let done = 0
  const onEvent = ({ event }: RunEvent) => {
    if (event === 'file_done' && ++done === 20) controller.abort(new Error('enough'))
  }
  await expect(run(spec, { signal: controller.signal, onEvent })).rejects.toMatchObject({
    code: 'CANCELLED',
    cause: { message: 'enough' },
  })
  const summary = await run(spec, { resume: true })
  expect(summary).toMatchObject({ status: 'finished', done: 800 })
  expect(summary.kept).toBeGreaterThanOrEqual(20)
  expect(summary.kept).toBeLessThan(800)
})

test('run(): refuses what it cannot do before it begins', async () => {
  await expect(run({ version: 1, input: { files: path('nowhere', '*.outb') } })).rejects.toMatchObject({
    code: 'DISCOVER_NO_FILES',
  })
  // @ts-expect-error: a key that there is not
  await expect(run({ version: 1, input: { files: 'x' }, colums: [] })).rejects.toMatchObject({
    code: 'CONFIG_VALUE',
    message: expect.stringMatching(/'columns'|keys here/),
  })
})
