import { describeSpec } from '../config/spec/describe-spec.js'
import { readSpecFile } from '../config/spec/read-spec-file.js'
import { kDone } from './exit-codes.js'
import { OutputStream } from './output/stream.js'

/** `wavemill config print SPEC`: the resolved spec as YAML; gives the exit code. */
export async function configPrint(file: string): Promise<number> {
  const spec = await readSpecFile(file)
  await new OutputStream(process.stdout, () => undefined).write(describeSpec(spec))
  return kDone
}
