import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { writeSampleFile } from '../../src/sample/index.js'

export const kMain = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface Finished {
  exitCode: number | null
  stdout: string
  stderr: string
}

function environment(variables: Record<string, string>): NodeJS.ProcessEnv {
  const { NO_COLOR, FORCE_COLOR, WAVEMILL_ISA, WAVEMILL_FAULT_GUARD, ...inherited } = process.env
  return { ...inherited, ...variables }
}

/** Runs the built command line to its end, as another user where one is given. */
export function wavemill(args: readonly string[], variables: Record<string, string> = {}, uid?: number): Finished {
  const user = uid === undefined ? {} : { uid, gid: uid }
  const options = { encoding: 'utf8', env: environment(variables), maxBuffer: 2 ** 28, ...user } as const
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [kMain, ...args], options)
  if (error) throw error
  return { exitCode: status, stdout, stderr }
}

/** Starts the built command line; `onOutput` sees the process when the first of its output is there. */
export async function wavemillUntil(
  args: readonly string[],
  onOutput: (child: ReturnType<typeof spawn>) => void,
): Promise<Finished> {
  const child = spawn(process.execPath, [kMain, ...args], { env: environment({}), stdio: ['ignore', 'pipe', 'pipe'] })
  const text = { stdout: '', stderr: '' }
  child.stdout.once('data', () => onOutput(child))
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk
    })
  }
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { exitCode, ...text }
}

/** A folder with `sample.outb`; gone when the test file is done. */
export async function sampleFolder(): Promise<{ folder: string; sample: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'wavemill-e2e-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const sample = join(folder, 'sample.outb')
  await writeSampleFile(sample)
  return { folder, sample }
}
