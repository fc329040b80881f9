type Cell = string | number | null | undefined

/** One line of RFC 4180: fields with a comma, a quote or a line break are quoted; CRLF ends it. Null is an empty field. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\r\n`
}

function field(cell: Cell): string {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
