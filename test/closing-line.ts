import type { Reporter, TestModule } from 'vitest/node'

/** The last line of a run, alone and uncoloured: `N passed, N failed, N skipped`. A file that does not load counts as a failure. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter named by its path from the default export
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      counts.failed += module.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        counts[state === 'pending' ? 'skipped' : state] += 1
      }
    }
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
  }
}
