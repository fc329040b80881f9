// JSON as the formatter lays it out: objects open, an array on one line where it fits.
const lineWidth = 130

export function layOut(value, indent = '', before = 0) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const items = value.map((item) => layOut(item, inner))
    const line = `[${items.join(', ')}]`
    const fits = !line.includes('\n') && indent.length + before + line.length + 1 <= lineWidth
    return fits ? line : `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`
  }
  const pairs = Object.entries(value).map(([key, item]) => {
    const head = `${JSON.stringify(key)}: `
    return `${inner}${head}${layOut(item, inner, head.length)}`
  })
  return `{\n${pairs.join(',\n')}\n${indent}}`
}
