// The closing line of every suite of this project: `N passed, N failed, N skipped`.

export const none = { passed: 0, failed: 0, skipped: 0 }

export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

export const isClosingLine = (line) => /^\d+ passed, \d+ failed, \d+ skipped$/.test(line)

export function sum(...all) {
  return all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    none,
  )
}

/** The counts of the last closing line in `output`; nothing where it has none. */
export function parseClosingLine(output) {
  const line = output.split('\n').findLast(isClosingLine)
  if (!line) return undefined
  const [passed, failed, skipped] = line.match(/\d+/g).map(Number)
  return { passed, failed, skipped }
}

/** The counts of a ctest run; nothing where it ran no test. */
export function parseCtest(output) {
  const summary = /(\d+) tests? failed out of (\d+)/.exec(output)
  if (!summary) return undefined
  const [failed, total] = summary.slice(1).map(Number)
  const skipped = (output.match(/\*\*\*(Skipped|Not Run \(Disabled\))/g) ?? []).length
  return { passed: total - failed - skipped, failed, skipped }
}
