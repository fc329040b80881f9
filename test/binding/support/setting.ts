// What every binding test needs: the built addon, a folder with files, engines that are closed afterwards, child processes.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { loadAddon } from '../../../src/addon/load.js'
import type { NativeEngine } from '../../../src/addon/native.js'
import { writeNpy } from './files.mjs'

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url))
const programs = fileURLToPath(new URL('../programs', import.meta.url))

export const sampleCount = 20_000
export const channelCount = 4

export interface Ending {
  status: number | null
  signal: string | null
  stdout: string
  stderr: string
}

export interface Setting {
  /** A .npy of sampleCount × channelCount. */
  readonly file: string
  open(lanes: number): NativeEngine
}

/** The path of the addon that `loadAddon` loads. */
export function addonPath(): string {
  const find: { resolve(root: string): string } = createRequire(import.meta.url)('node-gyp-build')
  return find.resolve(projectRoot)
}

export function useSetting(): Setting {
  let folder = ''
  let engines: NativeEngine[] = []
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wavemill-binding-'))
    writeNpy(join(folder, 'x.npy'), sampleCount, channelCount)
  })
  afterEach(() => {
    for (const engine of engines) engine.close()
    engines = []
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    get file() {
      return join(folder, 'x.npy')
    },
    open(lanes) {
      const engine = new (loadAddon().Engine)({ lanes, isa: 'auto', guardsFaults: true })
      engines.push(engine)
      return engine
    },
  }
}

/** Runs a program of programs/ in a process of its own, with the addon and a file as arguments; killed after a minute. */
export function runProgram(name: string, file: string, nodeOptions: string[] = []): Promise<Ending> {
  const parameters = [...nodeOptions, join(programs, name), addonPath(), file]
  return new Promise((resolve) => {
    const child = execFile(process.execPath, parameters, { timeout: 60_000 }, (_, stdout, stderr) =>
      resolve({ status: child.exitCode, signal: child.signalCode, stdout, stderr }),
    )
  })
}
