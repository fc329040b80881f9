import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sampleFolder, wavemill, wavemillUntil } from './command-line.js'
import { faults } from './schema.js'

const { folder, sample } = await sampleFolder()
const missing = join(folder, 'missing.outb')
const empty = join(folder, 'empty.outb')
writeFileSync(empty, '')

describe('wavemill stats --format json', () => {
  const { exitCode, stdout, stderr } = wavemill(['stats', sample, '--format', 'json'])
  const { files } = JSON.parse(stdout || '{}')

  test('is what the schema says, and exit 0', () => {
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    expect(faults(JSON.parse(stdout))).toEqual([])
    expect(files[0]).toMatchObject({ path: sample, format: 'outb', sampleCount: 6001, time: { start_s: 0, step_s: 0.1 } })
    expect(files[0].time.stop_s).toBeCloseTo(600, 9)
    expect(Object.keys(files[0].channels[0])).toEqual(expect.arrayContaining(['count', 'std', 'p01', 'p99', 'del_m3', 'del_m10']))
  })

  test('has the sea that the sample was made of', () => {
    const [elevation] = files[0].channels
    expect(elevation).toMatchObject({ index: 0, name: 'Wave1Elev', status: 'ok', count: 6001, nonfinite_count: 0 })
    expect(4 * elevation.std).toBeGreaterThan(0.9 * 6)
    expect(4 * elevation.std).toBeLessThan(1.1 * 6)
    expect(elevation.mean_upcrossing_period_s).toBeGreaterThan(7)
    expect(elevation.mean_upcrossing_period_s).toBeLessThan(12)
    expect(elevation.kurtosis).toBeGreaterThan(2.5)
    expect(elevation.min).toBeLessThan(elevation.p01)
    expect(elevation.p99).toBeLessThan(elevation.max)
    expect(elevation.range).toBe(elevation.max - elevation.min)
  })

  test('has null for what a constant channel has not', () => {
    const constant = files[0].channels.at(-1)
    expect(constant).toMatchObject({ name: 'WtrDpth', status: 'constant', std: 0, skewness: null, kurtosis: null, del_m4: 0 })
  })
})

describe('wavemill stats --linked', () => {
  const args = ['stats', sample, '--channels', 'Wave1Elev,WtrDpth', '--linked', 'Ptfm*', '--columns', 'min,max,time_of_min_s']

  test('JSON has the values of the linked channels at the extremes, as the schema says', () => {
    const { exitCode, stdout, stderr } = wavemill([...args, '--format', 'json'])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(faults(JSON.parse(stdout))).toEqual([])
    const [elevation] = JSON.parse(stdout).files[0].channels
    const { extreme, time_s, value, channels } = elevation.linked
    expect([extreme, value, time_s[0]]).toEqual([['min', 'max'], [elevation.min, elevation.max], elevation.time_of_min_s])
    expect(Object.keys(channels).length).toBeGreaterThan(2)
    for (const [name, values] of Object.entries(channels))
      expect([name.slice(0, 4), (values as number[]).length]).toEqual(['Ptfm', 2])
  })

  test('the table has no room for them, and says where they are', () => {
    const { exitCode, stderr } = wavemill(args)
    expect([exitCode, stderr]).toEqual([0, 'note: linked values are in --format json, and in the tables of wavemill run\n'])
  })

  test('a pattern that means no channel is the file’s error', () => {
    const { exitCode, stderr } = wavemill(['stats', sample, '--linked', 'PtfmSurg'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('INPUT_UNKNOWN_CHANNEL')
  })
})

describe('a failing file among others', () => {
  test('JSON has its error in its place; exit 1', () => {
    const { exitCode, stdout, stderr } = wavemill(['stats', sample, missing, empty, sample, '--format', 'json'])
    const parsed = JSON.parse(stdout)
    expect(faults(parsed)).toEqual([])
    expect(parsed.files.map((file: { path: string }) => file.path)).toEqual([sample, missing, empty, sample])
    expect(parsed.files[1].error).toMatchObject({ code: 'DISCOVER_NOT_FOUND' })
    expect(parsed.files[2].error).toMatchObject({ code: 'FORMAT_EMPTY_FILE' })
    expect(parsed.files[3].channels).toEqual(parsed.files[0].channels)
    expect(stderr).toBe('2 of 4 files failed: DISCOVER_NOT_FOUND ×1, FORMAT_EMPTY_FILE ×1\n')
    expect(exitCode).toBe(1)
  })

  test('CSV leaves it out and says it on stderr', () => {
    const { exitCode, stdout, stderr } = wavemill(['stats', missing, sample, '--format', 'csv', '--columns', 'min,max'])
    const lines = stdout.split('\r\n')
    expect(lines[0]).toBe('path,index,name,unit,status,min,max')
    expect(lines).toHaveLength(1 + 12 + 1)
    expect(stderr).toContain(`DISCOVER_NOT_FOUND ${missing}: `)
    expect(exitCode).toBe(1)
  })

  test('the table has a line for it', () => {
    const { exitCode, stdout } = wavemill(['stats', missing, sample])
    expect(stdout.split('\n')[0]).toMatch(/^DISCOVER_NOT_FOUND .*missing\.outb: /)
    expect(stdout).toContain('outb · 6,001 samples · 0 to 600 s, step 0.1 s')
    expect(exitCode).toBe(1)
  })
})

describe('selection', () => {
  function channelsOf(...args: string[]) {
    const { exitCode, stdout, stderr } = wavemill(['stats', sample, '--format', 'json', ...args])
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    return JSON.parse(stdout).files[0].channels
  }

  test('of channels and columns', () => {
    const channels = channelsOf('--channels', 'Fair*,PtfmHeave', '--columns', 'max,min,del_m6,p99_9')
    expect(channels.map((channel: { name: string }) => channel.name)).toEqual(['PtfmHeave', 'FairTen1', 'FairTen2'])
    expect(Object.keys(channels[0])).toEqual(['index', 'name', 'unit', 'status', 'min', 'max', 'p99_9', 'del_m6'])
  })

  test('of a period, both ends included', () => {
    const [elevation] = channelsOf('--from', '100', '--to', '200', '--channels', 'Wave1Elev')
    expect(elevation.count).toBe(1001)
    expect(elevation.time_of_max_s).toBeGreaterThanOrEqual(100)
    expect(elevation.time_of_max_s).toBeLessThanOrEqual(200)
  })

  test('of no family', () => {
    const [elevation] = channelsOf('--del', 'none', '--percentiles', 'none')
    expect(Object.keys(elevation).filter((name) => /^(p\d|del_)/.test(name))).toEqual([])
  })

  test('the equivalent frequency divides the cycles', () => {
    const [one] = channelsOf('--columns', 'del_m4')
    const [two] = channelsOf('--columns', 'del_m4', '--f-eq', '16')
    expect(two.del_m4).toBeCloseTo(one.del_m4 / 2, 12)
  })

  test('lanes and read mode change no bit', () => {
    const plain = channelsOf()
    expect(channelsOf('--lanes', '1', '--read-mode', 'map')).toEqual(plain)
    expect(channelsOf('--lanes', '5', '--read-mode', 'read')).toEqual(plain)
  })

  test('a channel that is not there is offered the nearest', () => {
    const { exitCode, stdout } = wavemill(['stats', sample, '--format', 'json', '--channels', 'Wave1Elef'])
    expect(JSON.parse(stdout).files[0].error).toMatchObject({
      code: 'INPUT_UNKNOWN_CHANNEL',
      message: expect.stringContaining('Wave1Elev'),
    })
    expect(exitCode).toBe(1)
  })
})

describe.skipIf(process.platform === 'win32')('a reader that leaves, a user who interrupts', () => {
  const many = Array.from({ length: 400 }, () => sample)

  test('| head is quiet', () => {
    const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
    const script = `"$0" "$@" | head -c 21; echo "exit \${PIPESTATUS[0]}" >&2`
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, main, 'stats', '--format', 'json', ...many], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('{"files":[\n{"path":"/')
    expect(stderr).toBe('exit 0\n')
  })

  test('Ctrl-C leaves well-formed JSON of what was done, and exit 130', async () => {
    const args = ['stats', '--lanes', '1', '--format', 'json', ...many]
    const { exitCode, stdout, stderr } = await wavemillUntil(args, (child) => child.kill('SIGINT'))
    const parsed = JSON.parse(stdout)
    expect(faults(parsed)).toEqual([])
    expect(parsed.files.length).toBeGreaterThan(0)
    expect(parsed.files.length).toBeLessThan(many.length)
    expect(stderr).toBe(`interrupted: ${parsed.files.length} of 400 files done\n`)
    expect(exitCode).toBe(130)
  })
})
