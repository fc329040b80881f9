import { WavemillError } from '../contract/error.js'
import type { CasesSpec } from '../contract/spec.js'
import type { CaseRow } from './case-table.js'
import type { CaseFile } from './plan-cases.js'

const kTolerance = 1e-6

/**
 * What part of the lifetime each task stands for: its row's weight, shared equally among the files of the row.
 *
 * @errors   CONFIG_CASES: a weight that is not there, no number, or negative
 */
export function weightsOf(
  spec: CasesSpec,
  joined: readonly CaseFile[],
  taskCount: number,
  path: string,
): { weights: number[] | undefined; warning: string | undefined } {
  if (spec.weight === undefined) return { weights: undefined, warning: undefined }
  const sharers = new Map<CaseRow | undefined, number>()
  for (const { row } of joined) sharers.set(row, (sharers.get(row) ?? 0) + 1)
  const weights = new Array<number>(taskCount).fill(0)
  for (const { file, fields, row } of joined) {
    const share = row ? (sharers.get(row) ?? 1) : 1
    weights[file.task] = weightIn(spec, fields, row?.place ?? `'${file.path}'`, path) / share
  }
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const isWhole = Math.abs(sum - 1) <= kTolerance
  const warning = isWhole ? undefined : `the weights sum to ${Number(sum.toPrecision(9))}, not 1: ${consequence(sum)}`
  return { weights, warning }
}

function consequence(sum: number): string {
  return sum < 1 ? 'the rest of the lifetime adds nothing' : 'some of the lifetime counts more than once'
}

function weightIn(
  { weight = '', weightsAre, hoursPerYear }: CasesSpec,
  fields: Readonly<Record<string, string>>,
  place: string,
  path: string,
): number {
  const text = fields[weight]
  const known = Object.keys(fields).join(', ')
  if (text === undefined)
    throw new WavemillError(
      'CONFIG_CASES',
      `there is no column or field '${weight}', which cases.weight wants; there are ${known}`,
      { path },
    )
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new WavemillError('CONFIG_CASES', `${place}: the ${weight} is '${text}'; it must be a number from 0 on`, { path })
  return weightsAre === 'hours' ? value / hoursPerYear : value
}
