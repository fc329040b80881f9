import type { Colors } from 'picocolors/types.js'
import type { LostFile, RunSummary } from '../../run/run-summary.js'
import { counted } from '../output/number.js'
import { printable } from '../output/printable.js'
import { bytesText, durationText } from '../output/quantity.js'
import { errorText } from '../report-error.js'
import { shortened } from './shortened.js'

const kMostOfACause = 3
const kMostWarnings = 5
const kHeadWidth = 10

export interface ClosingLook {
  width: number
  colors: Colors
}

/**
 * What a run leaves on the terminal: counts, time, speed, the slowest files, failures by cause, warnings, where the output is.
 *
 * @param again   the command that goes on with the run; given where something is left to do
 */
export function closingTable(summary: RunSummary, again: string, { width, colors }: ClosingLook): string[] {
  const isWhole = summary.status === 'finished' && summary.failures.length === 0
  const rows = [
    ...section('slowest', slowestLines(summary)),
    ...section('failed', failureLines(summary.failures)).map((line) => colors.red(line)),
    ...section('warnings', warningLines(summary)).map((line) => colors.yellow(line)),
    ...section(
      'tables',
      summary.tables.map(({ path, rows: count, bytes }) => `${path}  ${counted(count)} rows, ${bytesText(bytes)}`),
    ),
    ...section('again', isWhole ? [] : [again]),
  ]
  return [
    colors.bold(headline(summary)),
    machineLine(summary),
    ...rows.map((line) => (isCommand(line) ? line : shortened(line, width * 3))),
  ].map(printable)
}

/** `60 files: 59 done, 1 failed · 288 MB in 0.62 s · 465 MB/s`. */
function headline({ status, files, done, kept, failures, bytes, seconds }: RunSummary): string {
  const left = files - done - failures.length
  const counts = [
    `${counted(done)} done${kept > 0 ? ` (${counted(kept)} of them before)` : ''}`,
    ...(failures.length > 0 ? [`${counted(failures.length)} failed`] : []),
    ...(left > 0 ? [`${counted(left)} left`] : []),
  ]
  const speed =
    bytes > 0
      ? ` · ${bytesText(bytes)} in ${durationText(seconds)} · ${bytesText(bytes / seconds)}/s`
      : ` · ${durationText(seconds)}`
  return `${status === 'interrupted' ? 'interrupted: ' : ''}${counted(files)} ${files === 1 ? 'file' : 'files'}: ${counts.join(', ')}${speed}`
}

function machineLine({ lanes, cpuUse, peakRssBytes }: RunSummary): string {
  return `${section('machine', [`${lanes} ${lanes === 1 ? 'lane' : 'lanes'}, CPU ${Math.round(100 * cpuUse)} %, memory ${bytesText(peakRssBytes)} at most`])}`
}

/** Worth a look only where one takes much longer than it should. */
function slowestLines({ slowest, done, kept }: RunSummary): string[] {
  if (done - kept <= slowest.length) return []
  return slowest.map(
    ({ path, bytes, seconds }) => `${durationText(seconds).padStart(8)}  ${bytesText(bytes).padStart(7)}  ${path}`,
  )
}

function failureLines(failures: readonly LostFile[]): string[] {
  const byCause = new Map<string, LostFile[]>()
  for (const failure of failures) byCause.set(failure.code, [...(byCause.get(failure.code) ?? []), failure])
  return [...byCause]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([code, files]) => [
      `${counted(files.length)} × ${code}`,
      ...files.slice(0, kMostOfACause).map((file) => `  ${errorText(file).slice(code.length + 1)}`),
      ...(files.length > kMostOfACause ? [`  and ${counted(files.length - kMostOfACause)} more: manifest.json names them`] : []),
    ])
}

function warningLines({ warnings }: RunSummary): string[] {
  const lines = warnings.slice(0, kMostWarnings).map(({ path, warning }) => `${path}: ${warning}`)
  const more = warnings.length - lines.length
  return more > 0 ? [...lines, `and ${counted(more)} more: manifest.json has them`] : lines
}

function section(head: string, lines: readonly string[]): string[] {
  return lines.map((line, i) => `${(i === 0 ? head : '').padEnd(kHeadWidth)}${line}`)
}

function isCommand(line: string): boolean {
  return line.startsWith('again')
}
