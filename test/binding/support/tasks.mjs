// Tasks for the addon as src/addon/native.ts describes them, and a way to wait for them that notices a `done` called twice or
// too early.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** The contract's numbers; results.test.ts holds them against the generated module. */
const contract = parse(readFileSync(new URL('../../../src/contract/contract.yaml', import.meta.url), 'utf8'))
export const columnNumbers = Object.fromEntries([...contract.columns, ...contract.families].map(({ name }, i) => [name, i]))

const requested = ['count', 'min', 'max', 'mean', 'std', 'percentile', 'damage_equivalent_load']
export const columnCount = requested.length

/** @returns {import('../../../src/addon/native.js').NativeFileTask} */
export function inspectTask(path, readMode = 'auto') {
  return { path, readMode, timeStep_s: 0.5 }
}

/** @returns {import('../../../src/addon/native.js').NativeStatisticsTask} */
export function statisticsTask(path, readMode = 'auto') {
  return {
    ...inspectTask(path, readMode),
    periods: Float64Array.of(-Infinity, Infinity),
    channels: [],
    columns: Uint8Array.from(requested, (name) => columnNumbers[name]),
    parameters: Float64Array.from([0, 0, 0, 0, 0, 50, 4]),
    equivalentFrequency_hz: 1,
  }
}

/** @returns {import('../../../src/addon/native.js').NativeRainflowTask} */
export function rainflowTask(path, readMode = 'auto') {
  return {
    ...inspectTask(path, readMode),
    channel: '0',
    from_s: -Infinity,
    to_s: Infinity,
    residue: 'half',
    gate: 0,
    isGateRelative: false,
  }
}

/**
 * @typedef {{ failure?: import('../../../src/addon/native.js').NativeFailure, result?: any }} Ending
 */

/**
 * Hands a task to the engine. `ended` gives { failure, result } when `done` is called.
 * @returns {{ id: number, calls: number, ended: Promise<Ending> }}
 */
export function submit(engine, kind, task) {
  const submission = { id: -1, calls: 0, ended: undefined }
  submission.ended = new Promise((resolve) => {
    submission.id = engine[kind](task, (failure, result) => {
      assert.notEqual(submission.id, -1, 'done was called inside the call that submits')
      submission.calls += 1
      assert.equal(submission.calls, 1, 'done was called more than once')
      assert.equal(failure === undefined, result !== undefined, 'done takes either a failure or a result')
      resolve({ failure, result })
    })
  })
  return submission
}

export function statistics(engine, path, readMode) {
  return submit(engine, 'statistics', statisticsTask(path, readMode)).ended
}

export function inspect(engine, path, readMode) {
  return submit(engine, 'inspect', inspectTask(path, readMode)).ended
}

export function rainflow(engine, path, readMode) {
  return submit(engine, 'rainflow', rainflowTask(path, readMode)).ended
}

/** The result, or the failure as an exception. */
export async function succeeds(ended) {
  const { failure, result } = await ended
  assert.equal(failure, undefined, `${failure?.code}: ${failure?.message}`)
  return result
}

/** Every bit of a statistics result's numbers. */
export function bitsOf({ values, status, indices }) {
  return [values, status, indices]
    .map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('hex'))
    .join(' ')
}
