/**
 * What a pattern with fields means for names: a regular expression with named groups where it has some (`(?<seed>\d+)`), else a template, in which
 * `{field}` takes any letters, as few as the rest allows, `*` too, and everything else stands for itself.
 *
 * @returns   undefined where it has no field, or is no regular expression
 */
export function namePattern(pattern: string): RegExp | undefined {
  const expression = pattern.includes('(?<') ? pattern : templateExpression(pattern)
  try {
    return fieldsOf(expression).length > 0 ? new RegExp(expression) : undefined
  } catch {
    return undefined
  }
}

/** The fields of a pattern, in their order. */
export function patternFields(pattern: string): string[] {
  return fieldsOf(pattern.includes('(?<') ? pattern : templateExpression(pattern))
}

function fieldsOf(expression: string): string[] {
  return [...expression.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map(([, name = '']) => name)
}

function templateExpression(template: string): string {
  const parts = template.split(/(\{[A-Za-z_]\w*\}|\*)/).map((part) => {
    if (part === '*') return '.*?'
    return /^\{.+\}$/.test(part) ? `(?<${part.slice(1, -1)}>.+?)` : part.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
  })
  return `^${parts.join('')}$`
}
