import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.js'
import { wavemill } from './command-line.js'

const room = temporaryFolder()

describe('wavemill init and config print', () => {
  const file = join(room.path, 'wavemill.yml')

  test('write a spec that an editor completes, and that reads', () => {
    expect(wavemill(['init', file])).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/wavemill run /) })
    const [first = ''] = readFileSync(file, 'utf8').split('\n')
    const schema = new URL(first.replace('# yaml-language-server: $schema=', ''))
    expect(JSON.parse(readFileSync(schema, 'utf8'))).toMatchObject({ title: 'wavemill.yml' })
    const { exitCode, stdout } = wavemill(['config', 'print', file])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/percentiles:\n {4}- 1\n/)
  })

  test('nothing is written over unasked', () => {
    expect(wavemill(['init', file])).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^SINK_EXISTS .*--force/) })
    expect(wavemill(['init', file, '--force']).exitCode).toBe(0)
  })

  test('a spec that is not there', () => {
    expect(wavemill(['config', 'print', join(room.path, 'no.yml')])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^CONFIG_SPEC_READ .*wavemill init/),
    })
    expect(wavemill(['run', join(room.path, 'no.yml')])).toMatchObject({ exitCode: 2 })
  })
})

describe('wavemill demo', { timeout: 60_000 }, () => {
  const folder = join(room.path, 'demo')

  test('makes a batch, runs it, and says what governs', () => {
    const { exitCode, stdout, stderr } = wavemill(['demo', folder, '--cases', '16'])
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/16 files: 16 done/) })
    expect(stdout).toMatch(/governing extremes/)
    expect(stdout).toMatch(/FairTen1 +kN/)
    const names = readdirSync(join(folder, 'input'))
    expect(names.filter((name) => name.endsWith('.outb'))).toHaveLength(15)
    expect(names.filter((name) => name.endsWith('.npy'))).toHaveLength(1)
    expect(existsSync(join(folder, 'results', 'results.parquet'))).toBe(true)
  })

  test('done again it uses the files that are there, and gives the same tables', () => {
    const before = readFileSync(join(folder, 'results', 'results.csv'))
    expect(wavemill(['demo', folder, '--cases', '16', '--quiet']).exitCode).toBe(0)
    expect(readFileSync(join(folder, 'results', 'results.csv')).equals(before)).toBe(true)
  })

  test('refuses a number of cases that is none', () => {
    expect(wavemill(['demo', folder, '--cases', '0'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/--cases is 0/),
    })
  })
})
