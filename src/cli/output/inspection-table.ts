import type { ChannelLayout, Inspection, RefusedFile } from '../../run/rows.js'
import { errorLine } from '../report-error.js'
import { alignedLines, type TextColumn } from './aligned.js'
import { facts } from './heading.js'
import type { InspectionOutput } from './inspection-output.js'
import { counted, significant } from './number.js'
import { printable } from './printable.js'
import { refusalLines } from './refusal.js'
import type { TableLook } from './statistics-table.js'
import type { OutputStream } from './stream.js'

/** A file's facts, then a line a channel: how it lies in the file. */
export class InspectionTable implements InspectionOutput {
  readonly #out: OutputStream
  readonly #colors: TableLook['colors']
  #isBegun = false

  constructor(out: OutputStream, { colors }: TableLook) {
    this.#out = out
    this.#colors = colors
  }

  async add(result: Inspection | RefusedFile): Promise<void> {
    const lines = 'error' in result ? this.#refused(result) : this.#inspected(result)
    await this.#out.write(`${this.#isBegun ? '\n' : ''}${lines.join('\n')}\n`)
    this.#isBegun = true
  }

  async end(): Promise<void> {
    // Every file's table stands for itself.
  }

  #refused({ error, recognised }: RefusedFile): string[] {
    const known = recognised ? refusalLines(recognised, error).map((line) => `  ${printable(line)}`) : []
    return [this.#colors.red(errorLine(error)), ...known]
  }

  #inspected(file: Inspection): string[] {
    const assumed = file.time.isAssumed ? ' (assumed: the file has no time axis)' : ''
    const [head = '', ...rows] = alignedLines(channelColumns(file.channels))
    return [
      this.#colors.bold(printable(file.path)),
      printable(`${facts(`${file.format}, ${file.variant}`, file.sampleCount, file.time)}${assumed}`),
      ...(file.description === null ? [] : [printable(`described by ${file.description}`)]),
      `${counted(file.sizeBytes)} bytes · ${counted(file.channels.length)} channels · ${file.readPath}`,
      ...file.warnings.map((warning) => this.#colors.yellow(printable(`warning: ${warning}`))),
      this.#colors.dim(head),
      ...rows,
    ]
  }
}

function channelColumns(channels: readonly ChannelLayout[]): TextColumn[] {
  const column = (head: string, align: TextColumn['align'], cell: (channel: ChannelLayout) => string): TextColumn => ({
    head,
    align,
    cells: channels.map(cell),
  })
  return [
    column('index', 'right', ({ index }) => String(index)),
    column('channel', 'left', ({ name }) => name),
    column('unit', 'left', ({ unit }) => unit),
    column('type', 'left', ({ type, byteOrder }) => (byteOrder === 'big' ? `${type} big-endian` : type)),
    column('offset', 'right', ({ offsetBytes }) => String(offsetBytes)),
    column('stride', 'right', ({ strideBytes }) => String(strideBytes)),
    column('resolution', 'right', ({ resolution }) => significant(resolution)),
    ...(channels.some(({ description }) => description !== '')
      ? [column('description', 'left', ({ description }) => description)]
      : []),
  ]
}
