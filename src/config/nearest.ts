/**
 * The candidate that a mistyped word most likely meant.
 *
 * @returns   undefined when nothing is near: further than a third of the word's letters, at least 2
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Fewest insertions, deletions and replacements of a letter, or swaps of two neighbours (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; ++i) {
    const row = [i]
    for (let j = 1; j <= to.length; ++j) {
      const isSwapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const replaced = at(last, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1, isSwapped ? at(beforeLast, j - 2) + 1 : replaced))
    }
    beforeLast = last
    last = row
  }
  return at(last, to.length)
}

function at(row: readonly number[], j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY
}
