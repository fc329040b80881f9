import { oncePerPair } from '../run/once-per-pair.js'
import { recognise } from '../run/recognise.js'
import type { Inspection, RefusedFile } from '../run/rows.js'
import { engineOptions, type InspectFlags } from './flags.js'
import { InspectionJson } from './output/inspection-json.js'
import { InspectionTable } from './output/inspection-table.js'
import { stdoutLook } from './output/look.js'
import { errorOfFile, inSession, type Session } from './session.js'

/** `wavemill inspect FILE…`; gives the exit code. */
export async function inspect(named: readonly string[], flags: InspectFlags): Promise<number> {
  const files = oncePerPair(named)
  return inSession(engineOptions(flags), files.length, async (session) => {
    const output = flags.format === 'json' ? new InspectionJson(session.out) : new InspectionTable(session.out, stdoutLook())
    try {
      for await (const file of session.engine.expand(files, { signal: session.signal }))
        await output.add(await inspectFile(file, session))
    } finally {
      await output.end()
    }
  })
}

async function inspectFile(path: string, { engine, signal, tally }: Session): Promise<Inspection | RefusedFile> {
  try {
    const inspection = await engine.inspect(path, { signal })
    tally.done()
    return inspection
  } catch (thrown) {
    const error = errorOfFile(thrown)
    tally.failed(error.code)
    return { path, error, recognised: await recognise(path, error) }
  }
}
