// A program that stays: it is asked with a line and answers with a line of JSON, so neither its start nor a compiler is in any measurement.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const grace_ms = 3000
const running = new Set()

/** Ends all programs that are still there: a row that failed cannot close its own, and the bench would wait for them for ever. */
export function closeAll() {
  return Promise.all([...running].map((program) => program.close()))
}

export class Program {
  #child
  #answers
  #ended
  #errors = ''

  constructor(command, args, env = {}) {
    this.name = [command, ...args].join(' ')
    this.#child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
    this.#ended = once(this.#child, 'close').catch((error) => {
      this.#errors += error.message
    })
    running.add(this)
    this.#child.stdin.on('error', () => undefined) // a program that ended says why on stderr, or answers nothing
    this.#child.stderr.setEncoding('utf8').on('data', (text) => {
      this.#errors += text
    })
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]()
  }

  /** What it measured: `{ seconds, values }`. */
  async ask(line) {
    this.#child.stdin.write(`${line}\n`)
    const { value, done } = await this.#answers.next()
    if (done) throw new Error(`${this.name} ended instead of answering "${line}"\n${this.#errors}`)
    const answer = JSON.parse(value)
    if (answer.error) throw new Error(`${this.name}: ${line}: ${answer.error}`)
    return answer
  }

  /** Ends with its input, so that it can end its own processes; killed only where it does not. */
  async close() {
    running.delete(this)
    this.#child.stdin.end()
    const late = setTimeout(() => this.#child.kill(), grace_ms)
    await this.#ended
    clearTimeout(late)
  }
}
