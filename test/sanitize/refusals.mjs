// Wrong types are TypeErrors that name the property; files that cannot be read are failures of their task alone.
import assert from 'node:assert/strict'
import { inspect, rainflow, rainflowTask, statistics, statisticsTask } from '../binding/support/tasks.mjs'

const wrong = [undefined, null, 1n, Symbol('x'), {}, [], () => 1]

function refuses(name, call) {
  assert.throws(call, (error) => error instanceof TypeError && error.message.startsWith(name), name)
}

function unwanted() {
  throw new Error('done of a refused task was called')
}

function wrongProperties(task, submit) {
  for (const name of Object.keys(task)) {
    for (const value of wrong) {
      if (name === 'channels' && Array.isArray(value)) continue
      refuses(name, () => submit({ ...task, [name]: value }))
    }
  }
}

export function exerciseWrongTypes(engine, Engine, path) {
  wrongProperties(statisticsTask(path), (task) => engine.statistics(task, unwanted))
  wrongProperties(rainflowTask(path), (task) => engine.rainflow(task, unwanted))
  wrongProperties({ lanes: 1, isa: 'auto', guardsFaults: true }, (options) => new Engine(options))
  for (const value of wrong.slice(0, 4)) {
    refuses('task', () => engine.inspect(value, unwanted))
    refuses('done', () => engine.inspect({}, value))
    refuses('taskId', () => engine.cancel(value))
  }
  refuses('channels[1]', () => engine.statistics({ ...statisticsTask(path), channels: ['a', 1] }, unwanted))
  assert.throws(() => new Engine({ lanes: 1, isa: 'abacus', guardsFaults: true }), { code: 'CONFIG_ISA_UNKNOWN' })
  assert.throws(() => Engine.prototype.close.call({}), TypeError)
}

/** `broken` is a list of { path, code }. */
export async function exerciseBrokenFiles(engine, broken) {
  for (const { path, code } of broken) {
    for (const mode of ['map', 'read']) {
      const endings = await Promise.all([statistics, inspect, rainflow].map((start) => start(engine, path, mode)))
      for (const { failure } of endings) assert.equal(failure?.code, code, `${path}: ${failure?.message}`)
    }
  }
}
