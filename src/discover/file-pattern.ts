/** What stands in a file's name where a pattern of the contract has * and #. */
export interface PatternParts {
  readonly text: string
  readonly digits: string
}

/**
 * What a name has in the places of * and #, one character each at least; undefined where the name is not like the pattern, in any case of letters.
 *
 * The core does the same (native/formats/file_pattern.h): both read the patterns of the contract.
 */
export function matchPattern(pattern: string, name: string): PatternParts | undefined {
  const found = expressionOf(pattern).exec(name)
  return found ? { text: found.groups?.text ?? '', digits: found.groups?.digits ?? '' } : undefined
}

/** The name, in small letters but for the parts, that a pattern makes of the parts of another. */
export function filledPattern(pattern: string, { text, digits }: PatternParts): string {
  return pattern.replaceAll(/[*#]/g, (mark) => (mark === '*' ? text : digits))
}

const expressions = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern)
  if (known) return known
  const source = pattern.replaceAll(/[.$%]/g, '\\$&').replace('*', '(?<text>.+?)').replace('#', '(?<digits>[0-9]+)')
  const expression = new RegExp(`^${source}$`, 'is')
  expressions.set(pattern, expression)
  return expression
}
