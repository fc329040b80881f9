import { chmodSync, closeSync, ftruncateSync, openSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { npyFile, npyHeader } from '../support/npy-file.js'
import { goodOutb, outbFile } from '../support/outb-file.js'
import { whiteNoise } from '../support/random-series.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { type BadFile, badFiles } from './bad-files.js'
import { wavemill, wavemillUntil } from './command-line.js'
import { faults } from './schema.js'

interface FileJson {
  path: string
  channels?: Record<string, unknown>[]
  error?: { code: string; message: string; offsetBytes?: number }
}

const kNobody = 65534
const folder = temporaryFolder()
const good = folder.write('good.outb', outbFile())
const bad = badFiles(folder)
const filesOf = (stdout: string): FileJson[] => JSON.parse(stdout).files

/** GenPwr is 0, 2, … 18 and RotSpeed 1, 3, … 19, a sample each half second from 60 s. */
function expectGood(file: FileJson | undefined): void {
  expect(file).toMatchObject({
    path: good,
    channels: [
      {
        name: 'GenPwr',
        unit: 'kW',
        status: 'ok',
        count: 10,
        min: 0,
        max: 18,
        mean: 9,
        std: Math.sqrt(33),
        p50: 9,
        time_of_max_s: 64.5,
        integral: 40.5,
      },
      {
        name: 'RotSpeed',
        unit: 'rpm',
        status: 'ok',
        count: 10,
        min: 1,
        max: 19,
        mean: 10,
        std: Math.sqrt(33),
        p50: 10,
        time_of_min_s: 60,
      },
    ],
  })
}

function expectBad(file: FileJson | undefined, wanted: BadFile): void {
  const { code, offsetBytes } = wanted
  expect(file?.path).toBe(wanted.path)
  expect(file?.channels).toBeUndefined()
  expect(file?.error).toMatchObject(offsetBytes === undefined ? { code } : { code, offsetBytes })
  expect(file?.error?.message).toMatch(wanted.says)
}

describe('a batch of every bad file among good ones', () => {
  const paths = [good, ...bad.flatMap(({ path }) => [path, good])]
  const { exitCode, stdout, stderr } = wavemill(['stats', ...paths, '--format', 'json', '--lanes', '2'])
  const files = filesOf(stdout)

  test('exit 1, one line that counts, every file in its place, by the schema', () => {
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(new RegExp(`^${bad.length} of ${paths.length} files failed: [^\n]*\n$`))
    expect(files.map((file) => file.path)).toEqual(paths)
    expect(faults(JSON.parse(stdout))).toEqual([])
  })

  test('all good files are done, with the right numbers', () => {
    files.forEach((file, i) => {
      if (i % 2 === 0) expectGood(file)
    })
  })

  test.each(bad.map((file, i) => [file.path.split('/').at(-1) ?? '', file.code, i] as const))('%s: %s', (_, __, i) => {
    expectBad(files[2 * i + 1], bad[i] as BadFile)
  })

  test('every message is one line, says where, and says what to do or what is taken', () => {
    for (const { error } of files.filter((file) => file.error)) {
      expect(error?.message).not.toContain('\n')
      expect(error?.message.length).toBeGreaterThan(20)
      expect(error?.message).toMatch(/^there is no file of that name$|: |; /)
    }
  })

  test('one by one each exits with 1, and a good one with 0', () => {
    for (const { path } of [bad[0], bad[2], bad.at(-1)] as BadFile[])
      expect(wavemill(['stats', path, '--format', 'json']).exitCode).toBe(1)
    expect(wavemill(['stats', good, '--format', 'json']).exitCode).toBe(0)
  })

  test('inspect refuses the same files with the same errors', () => {
    const inspected = filesOf(wavemill(['inspect', ...paths, '--format', 'json']).stdout)
    // Of a text table it reads the times alone: a bad number elsewhere is seen by whoever asks for that channel.
    const wanted = files.map(({ error }) => (error?.code === 'FORMAT_TEXT_NUMBER' ? undefined : error))
    expect(inspected.map((file) => file.error)).toEqual(wanted)
  })

  test('read instead of mapped, the errors are the same', () => {
    const read = filesOf(wavemill(['stats', ...paths, '--format', 'json', '--read-mode', 'read']).stdout)
    expect(read.map((file) => file.error)).toEqual(files.map((file) => file.error))
  })
})

describe('a file that this user may not read', () => {
  const isRoot = process.getuid?.() === 0
  const uid = isRoot ? kNobody : undefined
  const canRun = wavemill(['--version'], {}, uid).exitCode === 0

  test.skipIf(!canRun)(
    `is an error of that file alone${canRun ? '' : ' (skipped: an unprivileged user cannot run the checkout)'}`,
    () => {
      const locked = folder.write('locked.outb', outbFile())
      chmodSync(locked, 0o000)
      const { exitCode, stdout } = wavemill(['stats', good, locked, good, '--format', 'json'], {}, uid)
      const [first, middle, last] = filesOf(stdout)
      expect(exitCode).toBe(1)
      expectGood(first)
      expectBad(middle, { path: locked, code: 'IO_PERMISSION', says: /may not read the file \(.*\): change its permissions/ })
      expectGood(last)
    },
  )
})

describe('a channel that is not there', () => {
  const other = folder.write('other.outb', outbFile({ names: ['Time', 'GenTorque', 'GenPwer'] }))
  const { exitCode, stdout } = wavemill(['stats', good, other, good, '--channels', 'GenPwr', '--format', 'json'])
  const files = filesOf(stdout)

  test('is an error of the files without it; the nearest names are offered', () => {
    expect(exitCode).toBe(1)
    expectBad(files[1], {
      path: other,
      code: 'INPUT_UNKNOWN_CHANNEL',
      says: /'GenPwr'; nearest: GenPwer; the file has 2 channels/,
    })
    expect(files[0]?.channels).toHaveLength(1)
    expect(files[2]?.channels).toEqual(files[0]?.channels)
  })
})

describe('samples that are NaN', () => {
  test('are no error: the status says so, and the exit code does not', () => {
    const nan = folder.write('nan.npy', npyFile([Float64Array.of(1, Number.NaN, 3), Float64Array.of(1, 2, 3)]))
    const scaleless = { scales: [Number.NaN, 1], offsets: [Number.NaN, 0] }
    const all = folder.write('all-nan.outb', outbFile(scaleless)) // how OpenFAST writes a channel of nothing but NaN
    const { exitCode, stdout, stderr } = wavemill(['stats', nan, all, '--format', 'json'])
    const [some, none] = filesOf(stdout)
    expect(some?.channels).toMatchObject([
      { status: 'nonfinite', count: 3, nonfinite_count: 1, mean: 2, del_m4: null },
      { status: 'ok', mean: 2 },
    ])
    expect(none?.channels).toMatchObject([
      { status: 'nonfinite', nonfinite_count: 10, mean: null },
      { status: 'ok', mean: 10 },
    ])
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
  })
})

describe('a file that shrinks while it is being read', () => {
  const kSamples = 32 * 2 ** 20
  const kLeft_bytes = 10_000

  /** A quarter of a gigabyte that takes no room: noise, then zeros that were never written. */
  function writeLarge(name: string): string {
    const path = join(folder.path, name)
    const header = npyHeader('<f8', [kSamples])
    const descriptor = openSync(path, 'w')
    writeSync(descriptor, header)
    writeSync(descriptor, new Uint8Array(whiteNoise(100_000, 1).buffer))
    ftruncateSync(descriptor, header.length + 8 * kSamples)
    closeSync(descriptor)
    return path
  }

  test.each(['map', 'read'])('is an error of that file, the process lives, the next file is done (%s)', async (mode) => {
    const large = writeLarge(`large-${mode}.npy`)
    const args = ['stats', good, good, large, good, '--format', 'json', '--lanes', '1', '--read-mode', mode]
    // One lane, and a file is written when the next one has come: at the first output the large one is being computed.
    const { exitCode, stdout } = await wavemillUntil(args, () => truncateSync(large, kLeft_bytes))
    const [first, second, middle, last] = filesOf(stdout)
    expectGood(first)
    expectGood(second)
    expectBad(middle, {
      path: large,
      code: 'IO_FILE_SHRANK',
      offsetBytes: kLeft_bytes,
      says: /had 268435584 bytes when it was opened and .*10000.* now/,
    })
    expectGood(last)
    expect(exitCode).toBe(1)
  })
})

test('the good file of these tests is what they say it is', () => {
  expect(goodOutb.stored.filter((_, i) => i % 2 === 0)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18])
})
