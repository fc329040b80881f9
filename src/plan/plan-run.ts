import type { FoundFile, PlannedFile } from '../contract/batch.js'

/**
 * The files of a run in the order of its tables.
 *
 * Pure: the same files give the same plan.
 */
export function planRun(files: readonly FoundFile[]): PlannedFile[] {
  return files.map((file, task) => ({ task, ...file }))
}
