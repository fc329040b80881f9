import { printable } from './printable.js'

const kGap = '  '

export interface TextColumn {
  head: string
  cells: readonly string[]
  /** Numbers stand to the right. */
  align: 'left' | 'right'
}

export function widthOf({ head, cells }: TextColumn): number {
  return Math.max(letters(head), ...cells.map(letters))
}

/** How wide the columns are side by side. */
export function totalWidth(columns: readonly TextColumn[]): number {
  return columns.reduce((sum, column) => sum + widthOf(column), 0) + kGap.length * Math.max(0, columns.length - 1)
}

/** The lines of a table: the head, then a line a row; nothing after the last visible letter of a line. */
export function alignedLines(columns: readonly TextColumn[]): string[] {
  const padded = columns.map((column) => {
    const width = widthOf(column)
    return [column.head, ...column.cells].map((cell) => pad(printable(cell), width, column.align))
  })
  const rowCount = padded[0]?.length ?? 0
  return Array.from({ length: rowCount }, (_, row) =>
    padded
      .map((cells) => cells[row])
      .join(kGap)
      .trimEnd(),
  )
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - letters(text)))
  return align === 'left' ? text + blanks : blanks + text
}

function letters(text: string): number {
  return [...text].length
}
