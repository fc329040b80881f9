// A program that stays: it is asked with a line and answers with a line of JSON, so neither its start nor a compiler is in any measurement.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export class Program {
  #child
  #answers
  #errors = ''

  constructor(command, args, env = {}) {
    this.name = [command, ...args].join(' ')
    this.#child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
    this.#child.on('error', (error) => {
      this.#errors += error.message
    })
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

  close() {
    this.#child.stdin.end()
    this.#child.kill()
  }
}
