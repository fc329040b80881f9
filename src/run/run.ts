import { availableParallelism } from 'node:os'
import { cancelled } from '../compute/failure.js'
import { Lanes } from '../compute/lanes.js'
import { readEngineEnvironment } from '../config/environment.js'
import type { SpecInput } from '../config/spec/schema.js'
import type { RunSpec } from '../contract/spec.js'
import { Decoders } from '../decode/decoders.js'
import { TableThread } from '../write/table-thread.js'
import { Batch, type BatchParts } from './batch.js'
import { LaneTasks } from './lane-tasks.js'
import { prepare } from './prepared.js'
import { RunFolder } from './run-folder.js'
import type { RunOptions } from './run-options.js'
import type { RunSummary } from './run-summary.js'

/**
 * Computes a batch and writes its tables into a folder.
 *
 * A file that fails is in `failures`, and the others go on. What is done is on disk and kept, whatever happens: `resume` goes on with it.
 *
 * @param spec   what the YAML of `wavemill run` has, as an object; relative paths are taken from the working folder
 * @errors       CONFIG_VALUE, CONFIG_RESUME, DISCOVER_NO_FILES, SINK_EXISTS before anything is computed; SINK_FULL, SINK_PERMISSION, SINK_WRITE,
 *               SINK_DAMAGED, RESOURCE_THREADS, NATIVE_LOAD; CANCELLED with the signal's reason as cause
 * @cost         memory: two files a lane under way, and a few rows in the writers, whatever the number of files
 */
export async function run(spec: SpecInput, options: RunOptions = {}): Promise<RunSummary> {
  const { checkSpec } = await import('../config/spec/check-spec.js')
  return runSpec(checkSpec(spec), options)
}

/** The same of a spec that is resolved already. */
export async function runSpec(spec: RunSpec, options: RunOptions = {}): Promise<RunSummary> {
  const begin_ms = performance.now()
  const tables = new TableThread()
  try {
    return await runWith(tables, spec, options, begin_ms)
  } finally {
    await tables.close()
  }
}

async function runWith(tables: TableThread, spec: RunSpec, options: RunOptions, begin_ms: number): Promise<RunSummary> {
  const laneCount = spec.lanes ?? availableParallelism()
  const decoders = new Decoders(laneCount)
  try {
    const prepared = await prepare(spec, decoders, options.signal ?? new AbortController().signal)
    if (options.signal?.aborted) throw cancelled(options.signal)
    const { isa, guardsFaults } = readEngineEnvironment()
    const lanes = new Lanes({ lanes: laneCount, isa, guardsFaults })
    try {
      return await compute({ prepared, lanes, tasks: new LaneTasks(lanes, decoders), options, tables, begin_ms })
    } finally {
      lanes.close()
    }
  } finally {
    await decoders.close()
  }
}

async function compute(parts: Omit<BatchParts, 'folder'>): Promise<RunSummary> {
  const folder = await RunFolder.open(parts.prepared, parts.options)
  try {
    return await new Batch({ ...parts, folder }).run()
  } finally {
    await folder.close()
  }
}
