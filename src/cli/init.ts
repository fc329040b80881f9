import { writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { specTemplate } from '../config/spec/template.js'
import { WavemillError } from '../contract/error.js'
import { sinkError } from '../contract/sink-error.js'
import { kDone } from './exit-codes.js'
import { say } from './session.js'

/** `wavemill init [FILE]`: writes a commented spec; gives the exit code. */
export async function init(file: string, { force }: { force?: boolean }): Promise<number> {
  const schema = pathToFileURL(fileURLToPath(new URL('../../docs/wavemill.schema.json', import.meta.url))).href
  try {
    await writeFile(file, specTemplate(schema), { flag: force ? 'w' : 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw sinkError(file, error)
    throw new WavemillError('SINK_EXISTS', 'the file is there already; --force writes over it', { path: file })
  }
  say(`${file} is written. Look at it, then: wavemill run ${file}`)
  return kDone
}
