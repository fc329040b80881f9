import { WavemillError } from '../contract/error.js'
import { type Comparison, compareTables } from '../run/compare.js'
import { kDone, kSomeFailed } from './exit-codes.js'
import { alignedLines } from './output/aligned.js'
import { counted, significant } from './output/number.js'
import { printable } from './output/printable.js'
import { OutputStream } from './output/stream.js'

export interface CompareFlags {
  rtol?: number
  atol?: number
  format: 'table' | 'json'
}

const kMostNames = 5

/** `wavemill compare A B`; gives the exit code: 1 where they differ. */
export async function compare(a: string, b: string, { rtol = 0, atol = 0, format }: CompareFlags): Promise<number> {
  if (rtol < 0 || atol < 0) throw new WavemillError('CONFIG_VALUE', '--rtol and --atol take numbers from 0')
  const found = await compareTables(a, b, { rtol, atol })
  const text = format === 'json' ? `${JSON.stringify(found)}\n` : `${tableOf(found).map(printable).join('\n')}\n`
  await new OutputStream(process.stdout, () => undefined).write(text)
  return found.isEqual ? kDone : kSomeFailed
}

function tableOf({ isEqual, rowCount, cellCount, onlyInA, onlyInB, columns, cells }: Comparison): string[] {
  const compared = `${counted(rowCount)} rows, ${counted(cellCount)} cells compared`
  if (isEqual) return [`equal: ${compared}`]
  return [
    `different: ${compared}`,
    ...missing('rows only in A', onlyInA.rows),
    ...missing('rows only in B', onlyInB.rows),
    ...missing('columns only in A', onlyInA.columns),
    ...missing('columns only in B', onlyInB.columns),
    ...(columns.length > 0 ? ['', ...columnLines(columns), '', ...cellLines(cells)] : []),
  ]
}

function missing(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return []
  const more = names.length > kMostNames ? `, and ${counted(names.length - kMostNames)} more` : ''
  return [`${what}: ${names.slice(0, kMostNames).join(', ')}${more}`]
}

function columnLines(columns: Comparison['columns']): string[] {
  return alignedLines([
    { head: 'column', align: 'left', cells: columns.map(({ column }) => column) },
    { head: 'cells', align: 'right', cells: columns.map(({ count }) => counted(count)) },
    { head: 'largest difference', align: 'right', cells: columns.map(({ largestAbsolute }) => significant(largestAbsolute)) },
    { head: 'relative', align: 'right', cells: columns.map(({ largestRelative }) => significant(largestRelative)) },
  ])
}

function cellLines(cells: Comparison['cells']): string[] {
  return alignedLines([
    { head: 'row', align: 'left', cells: cells.map(({ row }) => row) },
    { head: 'column', align: 'left', cells: cells.map(({ column }) => column) },
    { head: 'A', align: 'right', cells: cells.map(({ a }) => String(a ?? '-')) },
    { head: 'B', align: 'right', cells: cells.map(({ b }) => String(b ?? '-')) },
  ])
}
