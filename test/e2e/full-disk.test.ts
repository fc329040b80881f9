import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.js'
import { writeBatch } from './batch-files.js'
import { wavemill } from './command-line.js'

const room = temporaryFolder()
const disk = join(room.path, 'disk')
mkdirSync(disk)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status === 0
afterAll(() => {
  if (mounted) spawnSync('umount', [disk])
})

test.skipIf(!mounted)(
  'a full disk: a clear error and no table; with more room, --resume ends the run',
  { timeout: 60_000 },
  () => {
    const input = join(room.path, 'in')
    writeBatch(input, 60, 20, 100)
    const out = join(disk, 'out')
    const whole = join(room.path, 'whole')
    expect(wavemill(['run', input, '--out', whole]).exitCode).toBe(0)
    const { exitCode, stderr } = wavemill(['run', input, '--out', out])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/SINK_FULL .*no room to write .*--resume/)
    expect(readdirSync(out).filter((name) => /^results|^extremes|\.part$/.test(name))).toEqual([])
    expect(spawnSync('mount', ['-o', 'remount,size=20m', disk]).status).toBe(0)
    const resumed = wavemill(['run', input, '--out', out, '--resume'])
    expect(resumed).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/60 done/) })
    for (const table of ['results.csv', 'results.parquet'])
      expect(readFileSync(join(out, table)).equals(readFileSync(join(whole, table)))).toBe(true)
  },
)

test.skipIf(mounted)('a full disk (skipped: this user may not mount a small one)', (context) =>
  context.skip('mount is not permitted'),
)
