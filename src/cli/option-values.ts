import { InvalidArgumentError } from 'commander'
import type { DerivedInput } from '../config/derived.js'

/** `1e3` and ` 2 ` are numbers; the empty text, `Infinity` and `0x10` are not. */
export function parseNumber(text: string): number {
  const isDecimal = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text)
  if (!isDecimal || !Number.isFinite(Number(text))) throw new InvalidArgumentError(`'${text}' is not a number.`)
  return Number(text)
}

/** `3,4,5`; the word `none` is the empty list. */
export function parseNumbers(text: string): number[] {
  return text === 'none' ? [] : text.split(',').map(parseNumber)
}

/** `RootMr = hypot(RootMxc1, RootMyc1)`, `RootMr [MN-m] = …`; given again, it adds. */
export function parseDerivation(text: string, before: readonly DerivedInput[] = []): DerivedInput[] {
  const [, name = '', unit, expression = ''] = /^\s*(.*?)\s*(?:\[([^\]]*)\]\s*)?=(.*)$/su.exec(text) ?? []
  if (name === '' || expression.trim() === '') throw new InvalidArgumentError(`'${text}' is not 'Name = expression'.`)
  return [...before, { name, expression: expression.trim(), ...(unit ? { unit } : {}) }]
}

/** `Ptfm*,Wave1Elev`; given again, it adds. */
export function parseNames(text: string, before: readonly string[] = []): string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.includes('')) throw new InvalidArgumentError(`'${text}' has an empty name.`)
  return [...before, ...names]
}

/** A number, or one with %, which is left for the settings to read. */
export function parseGate(text: string): number | string {
  if (!text.trimEnd().endsWith('%')) return parseNumber(text)
  return `${parseNumber(text.trimEnd().slice(0, -1))}%`
}

/** `5e4`, or `5e4,100` with the mean. */
export function parseGoodman(text: string): { ultimate: number; mean?: number } {
  const [ultimate = Number.NaN, mean, ...more] = parseNumbers(text)
  if (more.length > 0) throw new InvalidArgumentError(`'${text}' has more than an ultimate load and a mean.`)
  return mean === undefined ? { ultimate } : { ultimate, mean }
}

/** `T`, `T+dt`, or a number. */
export function parseEquivalentCycles(text: string): 'T' | 'T+dt' | number {
  return text === 'T' || text === 'T+dt' ? text : parseNumber(text)
}
