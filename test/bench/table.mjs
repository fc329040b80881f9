// What the bench prints: one line a row, and below the rows what each was compared with.

const head = ['', 'ratio', '(min – max)', 'target', '', 'wavemill', 'compared with']

function cells(row) {
  const { ratio, ours_s, peer_s } = row.measured
  const target = row.target === undefined ? '' : `≥ ${row.target}`
  const verdict = row.target === undefined ? '' : ratio.median >= row.target ? 'met' : 'MISSED'
  const range = `(${ratio.min.toFixed(2)} – ${ratio.max.toFixed(2)})`
  return [
    row.name,
    ratio.median.toFixed(2),
    range,
    target,
    verdict,
    row.rate(ours_s.median),
    `${row.rate(peer_s.median)}  ${row.peer}`,
  ]
}

const widths = [50, 6, 16, 7, 7, 10, 0]
const line = (texts) =>
  texts
    .map((text, i) => (i === 1 ? text.padStart(widths[i]) : text.padEnd(widths[i])))
    .join('  ')
    .trimEnd()

export function printHead() {
  console.log(line(head))
}

export function printRow(row) {
  console.log(row.missing ? `${row.name.padEnd(widths[0])}  NOT MEASURED: ${row.missing}` : line(cells(row)))
}

/** A row as data. */
export function asJson({ name, peer, work, target, measured, missing }) {
  if (missing) return { name: name.trim(), missing }
  const isMet = target === undefined ? null : measured.ratio.median >= target
  return { name: name.trim(), peer, work, target: target ?? null, isMet, ...measured }
}

export function printWork(rows) {
  console.log('\nRatio: how many times as fast as what it is compared with. Equal work:')
  const works = new Map()
  for (const { name, work } of rows) if (work) works.set(work, works.get(work) ?? name.trim())
  for (const [work, name] of works) console.log(`  ${name}: ${work}`)
}
