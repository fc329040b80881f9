import pc from 'picocolors'
import { wantsColor } from '../../config/environment.js'
import type { OutputStream } from '../output/stream.js'
import { JsonView } from './json-view.js'
import { LinesView } from './lines-view.js'
import { noProgress, type ProgressView } from './progress-view.js'
import { TerminalView } from './terminal-view.js'

const kWidthElsewhere = 80

export interface TellingFlags {
  json?: boolean
  quiet?: boolean
  progress: 'auto' | 'always' | 'never'
}

/** The views that the options ask for: events on stdout, progress on stderr. */
export function chooseViews(flags: TellingFlags, out: OutputStream): { json: JsonView | undefined; progress: ProgressView } {
  return { json: flags.json ? new JsonView(out) : undefined, progress: progressView(flags) }
}

function progressView({ quiet, progress }: TellingFlags): ProgressView {
  if (progress === 'never' || (quiet && progress === 'auto')) return noProgress
  const isTerminal = process.stderr.isTTY === true
  return isTerminal || progress === 'always' ? terminalView(isTerminal) : new LinesView(say)
}

function terminalView(isTerminal: boolean): TerminalView {
  return new TerminalView({
    write: (text) => process.stderr.write(text),
    width: () => process.stderr.columns || kWidthElsewhere,
    colors: pc.createColors(wantsColor(isTerminal)),
    now_ms: () => performance.now(),
  })
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
