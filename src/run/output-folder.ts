import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { WavemillError } from '../contract/error.js'
import { extras, runTables } from '../contract/generated/contract.js'
import { sinkError } from '../contract/sink-error.js'
import { finishedName } from '../disk/whole-file.js'

export const kJournalName = 'events.ndjson'
export const kPartsName = 'parts'

/** What a run writes into its folder; whatever else lies there is the user's. */
const kOwn = [
  kJournalName,
  kPartsName,
  'manifest.json',
  'results.parquet',
  'results.csv',
  'results.json',
  'extremes.csv',
  ...[...extras, ...runTables].flatMap(({ name }) => [`${name}.parquet`, `${name}.csv`]),
]

export interface FolderOptions {
  resume: boolean
  overwrite: boolean
}

/** Whether a file is a table of the run that writes into this folder: results may lie beside what they are made of. */
export function isOwnOutput(path: string, folder: string): boolean {
  return resolve(dirname(path)) === resolve(folder) && kOwn.includes(basename(path))
}

/** Whether a folder holds what a run has left. */
export async function holdsRun(folder: string): Promise<boolean> {
  return (await namesIn(folder)).includes(kJournalName)
}

/**
 * Makes the output folder ready for a run, or for going on with the one that it holds.
 *
 * @returns  whether there is a run to go on with
 * @errors   SINK_EXISTS, CONFIG_RESUME, SINK_PERMISSION, SINK_WRITE
 */
export async function prepareFolder(folder: string, { resume, overwrite }: FolderOptions): Promise<boolean> {
  const isThere = await holdsRun(folder)
  if (resume) {
    if (isThere) await making(folder, () => removeUnfinished(folder))
    if (isThere) return true
    throw new WavemillError('CONFIG_RESUME', `there is no run in '${folder}' to go on with; leave --resume out to begin one`)
  }
  if (isThere && !overwrite) {
    const ways = '--resume goes on with it, --overwrite removes it, --out names another folder'
    throw new WavemillError('SINK_EXISTS', `'${folder}' holds a run already; ${ways}`)
  }
  await making(folder, async () => {
    await mkdir(folder, { recursive: true })
    for (const name of kOwn) await rm(join(folder, name), { recursive: true, force: true })
    await removeUnfinished(folder)
    await mkdir(join(folder, kPartsName))
  })
  return false
}

/** Tables that a session was writing when it was killed. */
async function removeUnfinished(folder: string): Promise<void> {
  const names = (await namesIn(folder)).filter((name) => kOwn.includes(finishedName(name) ?? ''))
  for (const name of names) await rm(join(folder, name), { force: true })
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    throw sinkError(folder, error)
  }
}

async function making(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw sinkError(folder, error)
  }
}
