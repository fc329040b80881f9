import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { WavemillError } from '../../contract/error.js'
import type { RunSpec } from '../../contract/spec.js'
import { parseSpec } from './parse-spec.js'

/**
 * The spec of a YAML file. Its files and its output folder are taken from the folder in which it lies.
 *
 * @errors   CONFIG_SPEC_READ, CONFIG_SPEC_SYNTAX, CONFIG_VALUE
 */
export async function readSpecFile(path: string): Promise<RunSpec> {
  const spec = parseSpec(await textOf(path), path)
  const beside = (name: string) => (isAbsolute(name) ? name : join(dirname(path), name))
  const files = spec.input.files.map(beside)
  const cases = spec.cases && { ...spec.cases, table: spec.cases.table && beside(spec.cases.table) }
  return { ...spec, input: { ...spec.input, files }, output: { ...spec.output, folder: beside(spec.output.folder) }, cases }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? "there is no file of that name; 'wavemill init' writes one" : message
    throw new WavemillError('CONFIG_SPEC_READ', `the spec cannot be read: ${why}`, { path, cause })
  }
}
