// Running things: quiet while they go well, everything they said when they do not.
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const jobs = String(availableParallelism())

/** A step that went wrong; `output` is what it printed. */
export class StepFailure extends Error {
  constructor(message, output = '') {
    super(message)
    this.output = output
  }
}

/**
 * Runs a program in the project's folder and collects what it prints.
 * @param options.onLine  called with each line as it comes
 * @returns { status, output }; status 127 when there is no such program
 */
export function run(command, args, { env, cwd = root, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let unfinished = ''
    const take = (text) => {
      output += text
      if (!onLine) return
      const lines = (unfinished + text).split('\n')
      unfinished = lines.pop()
      lines.forEach(onLine)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', (error) => resolve({ status: 127, output: `${output}${error.message}\n` }))
    child.on('close', (status, signal) => {
      if (onLine && unfinished) onLine(unfinished)
      resolve({ status: status ?? 128, output: signal ? `${output}ended by ${signal}\n` : output })
    })
  })
}

/** As `run`, and a failure is an exception. */
export async function mustRun(command, args, options) {
  const { status, output } = await run(command, args, options)
  if (status !== 0) throw new StepFailure(`${command} ${args.join(' ')}: exit ${status}`, output)
  return output
}

/** Says one line about a step and how long it took. What `work` returns, when it is text, goes onto the line. */
export async function step(name, work) {
  const start = performance.now()
  const said = await work()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`· ${name}${typeof said === 'string' && said !== '' ? `: ${said}` : ''} (${seconds} s)`)
}

/** The main function of a script: prints a failure in full and sets the exit code. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error
    if (error.output) process.stdout.write(error.output)
    console.error(`failed: ${error.message}`)
    process.exitCode = 1
  }
}

/** Whether a program answers to `--version`. */
export function has(command) {
  const { error, status } = spawnSync(command, ['--version'], { stdio: 'ignore' })
  return !error && status === 0
}

/** Runs `work` on each item, two at a time; results in the items' order. */
export async function twoAtATime(items, work) {
  const results = []
  const queue = items.map((item, index) => ({ item, index }))
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next.index] = await work(next.item)
  }
  await Promise.all([lane(), lane()])
  return results
}
