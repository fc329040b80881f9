import type { Colors } from 'picocolors/types.js'
import type { FileStarted, Progress, RunEvent } from '../../contract/generated/events.js'
import { printable } from '../output/printable.js'
import { bytesText, durationText } from '../output/quantity.js'
import { failureLine } from './failure-line.js'
import type { ProgressView } from './progress-view.js'
import { shortened } from './shortened.js'
import { fraction, standingText } from './standing-text.js'

const kLeastBetween_ms = 100
const kMostTasks = 8
const kWidestBar = 40
const kClearLine = '\u001b[2K'
const kClearBelow = '\u001b[0J'

export interface Terminal {
  write(text: string): void
  width(): number
  colors: Colors
  now_ms(): number
}

interface RunningTask {
  started: FileStarted
  since_ms: number
}

/**
 * A bar, how far the run is, and a line for each file under way; redrawn in place, at most ten times a second. What failed scrolls by above.
 *
 * More files are given to the lanes than lanes there are, so that none ever waits: the first of them are those that are computed.
 */
export class TerminalView implements ProgressView {
  readonly #terminal: Terminal
  readonly #running = new Map<number, RunningTask>()
  #lanes = 1
  #progress: Progress | undefined
  #drawn_ms = Number.NEGATIVE_INFINITY
  #drawnLines = 0

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  event(event: RunEvent): void {
    if (event.event === 'run_started') this.#lanes = event.lanes
    if (event.event === 'file_started') this.#running.set(event.task, { started: event, since_ms: this.#terminal.now_ms() })
    if (event.event === 'file_done' || event.event === 'file_failed') this.#running.delete(event.task)
    if (event.event === 'file_failed') this.#scroll(this.#terminal.colors.red(printable(failureLine(event))))
    if (event.event === 'progress') this.#progress = event
    this.#redraw()
  }

  end(): void {
    this.#terminal.write(this.#erase())
    this.#drawnLines = 0
    this.#progress = undefined
  }

  #scroll(line: string): void {
    this.#terminal.write(`${this.#erase()}${line}\n`)
    this.#drawnLines = 0
    this.#drawn_ms = Number.NEGATIVE_INFINITY
  }

  #redraw(): void {
    const now_ms = this.#terminal.now_ms()
    if (!this.#progress || now_ms - this.#drawn_ms < kLeastBetween_ms) return
    const lines = [this.#bar(this.#progress), ...this.#tasks(now_ms)]
    this.#terminal.write(`${this.#erase()}${lines.map((line) => `${kClearLine}${line}\n`).join('')}`)
    this.#drawnLines = lines.length
    this.#drawn_ms = now_ms
  }

  /** Back to the first line that was drawn. */
  #erase(): string {
    return this.#drawnLines === 0 ? '' : `\u001b[${this.#drawnLines}A\r${kClearBelow}`
  }

  #bar(progress: Progress): string {
    const { colors } = this.#terminal
    const part = fraction(progress)
    const text = `${String(Math.floor(100 * part)).padStart(3)} %  ${standingText(progress)}`
    const width = Math.min(kWidestBar, this.#terminal.width() - [...text].length - 4)
    if (width < 8) return shortened(text, this.#terminal.width() - 1)
    const full = Math.round(part * width)
    return `${colors.green('━'.repeat(full))}${colors.dim('─'.repeat(width - full))} ${text}`
  }

  #tasks(now_ms: number): string[] {
    const tasks = [...this.#running.values()].slice(0, this.#lanes)
    const lines = tasks.slice(0, kMostTasks).map((task) => this.#task(task, now_ms))
    const more = tasks.length - lines.length
    return more > 0 ? [...lines, this.#terminal.colors.dim(`  and ${more} more`)] : lines
  }

  #task({ started, since_ms }: RunningTask, now_ms: number): string {
    const facts = `${bytesText(started.bytes)}  ${durationText((now_ms - since_ms) / 1000)}`
    const room = Math.max(8, this.#terminal.width() - facts.length - 6)
    return `  ${printable(shortened(started.path, room))}  ${this.#terminal.colors.dim(facts)}`
  }
}
