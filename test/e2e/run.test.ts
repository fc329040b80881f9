import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.js'
import { smallOutb, writeBatch, writeLinks } from './batch-files.js'
import { kMain, wavemill } from './command-line.js'

const room = temporaryFolder()

function fresh(name: string): string {
  const folder = join(room.path, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

const read = (...path: string[]) => readFileSync(join(...path))
const manifestOf = (out: string) => JSON.parse(read(out, 'manifest.json').toString('utf8'))
const csvOf = (out: string): Record<string, string>[] => parse(read(out, 'results.csv'), { columns: true })
const journalOf = (out: string) =>
  read(out, 'events.ndjson')
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('wavemill run', { timeout: 60_000 }, () => {
  test('a folder in, tables out: the same numbers as stats, in plan order, whatever the lanes', () => {
    const folder = fresh('plain')
    const files = writeBatch(join(folder, 'in'), 12)
    const tables: Buffer[][] = []
    for (const lanes of ['1', '2', '5']) {
      const out = join(folder, `out${lanes}`)
      const { exitCode, stdout, stderr } = wavemill(['run', join(folder, 'in'), '--out', out, '--lanes', lanes])
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
      expect(stdout.trim().split('\n').sort()).toEqual(
        ['extremes.csv', 'results.csv', 'results.parquet'].map((name) => join(out, name)),
      )
      expect(stderr).toMatch(/12 files: 12 done/)
      tables.push([read(out, 'results.csv'), read(out, 'results.parquet'), read(out, 'extremes.csv')])
    }
    for (const table of tables.slice(1))
      for (const [i, bytes] of table.entries()) expect(bytes.equals(tables[0]?.[i] as Buffer)).toBe(true)

    const stats: Record<string, string>[] = parse(wavemill(['stats', ...files, '--format', 'csv']).stdout, { columns: true })
    const rows = csvOf(join(folder, 'out1'))
    expect(rows).toHaveLength(60)
    expect(rows.map(({ period, start_s, stop_s, ...row }) => row)).toEqual(stats)
    expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(['whole']))
  })

  test('several named periods, channels and columns from a spec', () => {
    const folder = fresh('spec')
    writeBatch(join(folder, 'in'), 3)
    const spec = join(folder, 'wavemill.yml')
    writeFileSync(
      spec,
      'version: 1\ninput: { files: in }\noutput: { folder: out, tables: [csv, json] }\nchannels: [Chan1, "3"]\n' +
        'statistics: { columns: [max, time_of_max_s], del: [4], percentiles: [] }\nperiods: { start: { to: 80s }, late: { from: 100s } }\n',
    )
    const { exitCode, stderr } = wavemill(['run', spec])
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
    const rows = csvOf(join(folder, 'out'))
    expect(rows.map(({ period, name }) => `${period} ${name}`).slice(0, 4)).toEqual([
      'start Chan1',
      'start Chan3',
      'late Chan1',
      'late Chan3',
    ])
    expect(Object.keys(rows[0] ?? {}).slice(8)).toEqual(['max', 'time_of_max_s', 'del_m4'])
    expect(Number(rows[0]?.stop_s)).toBe(80)
    expect(Number(rows[2]?.start_s)).toBe(100)
    expect(existsSync(join(folder, 'out', 'results.parquet'))).toBe(false)
    const { files } = JSON.parse(read(folder, 'out', 'results.json').toString('utf8'))
    expect(files).toHaveLength(3)
    expect(files[0].periods[1].channels[0].max).toBe(Number(rows[2]?.max))
  })

  test('one corrupt file among 500 is named; the other 499 are done; exit 1', () => {
    const folder = fresh('corrupt')
    const files = writeBatch(join(folder, 'in'), 500, 3, 60)
    truncateSync(files[250] as string, 300)
    const out = join(folder, 'out')
    const { exitCode, stderr } = wavemill(['run', join(folder, 'in'), '--out', out])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/500 files: 499 done, 1 failed/)
    expect(stderr).toMatch(/case250\.outb/)
    expect(stderr).toMatch(/--resume/)
    const { errors, status, inputs } = manifestOf(out)
    expect(status).toBe('finished')
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ path: expect.stringContaining('case250.outb'), code: 'FORMAT_TRUNCATED_DATA' })
    expect(inputs).toHaveLength(500)
    expect(csvOf(out)).toHaveLength(499 * 3)
  })

  test('kill -9 in the middle, then --resume: the tables are those of a run that nobody killed', async () => {
    const folder = fresh('killed')
    writeLinks(join(folder, 'in'), 1500, 40, 2000)
    const whole = join(folder, 'whole')
    expect(wavemill(['run', join(folder, 'in'), '--out', whole]).exitCode).toBe(0)
    const out = join(folder, 'out')
    await killWhen(['run', join(folder, 'in'), '--out', out, '--json'], (event) => event.event === 'file_done' && event.task > 60)
    expect(existsSync(join(out, 'results.csv'))).toBe(false)
    const done = journalOf(out).filter(({ event }) => event === 'file_done').length
    expect(done).toBeGreaterThan(20)
    expect(done).toBeLessThan(1500)
    const { exitCode, stderr } = wavemill(['run', join(folder, 'in'), '--out', out, '--resume'])
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
    const kept = Number(/\(([\d,]+) of them before\)/.exec(stderr)?.[1]?.replace(',', ''))
    expect(kept).toBeGreaterThanOrEqual(done)
    for (const table of ['results.csv', 'results.parquet', 'extremes.csv'])
      expect(read(out, table).equals(read(whole, table))).toBe(true)
  })

  test('--resume computes what has changed, what failed, and nothing else', () => {
    const folder = fresh('changed')
    const files = writeBatch(join(folder, 'in'), 6)
    const [first = '', second = ''] = files
    truncateSync(second, 100)
    const out = join(folder, 'out')
    expect(wavemill(['run', join(folder, 'in'), '--out', out]).exitCode).toBe(1)
    writeFileSync(first, smallOutb(77))
    utimesSync(first, new Date(), new Date(Date.now() + 5000))
    writeFileSync(second, smallOutb(78))
    const { exitCode, stderr } = wavemill(['run', join(folder, 'in'), '--out', out, '--resume'])
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/6 done \(4 of them before\)/) })
    const again = join(folder, 'again')
    expect(wavemill(['run', join(folder, 'in'), '--out', again]).exitCode).toBe(0)
    expect(read(out, 'results.csv').equals(read(again, 'results.csv'))).toBe(true)
  })

  test('a folder with a run in it is left alone unless --resume or --overwrite says otherwise', () => {
    const folder = fresh('twice')
    writeBatch(join(folder, 'in'), 2)
    const run = (...more: string[]) => wavemill(['run', join(folder, 'in'), '--out', join(folder, 'out'), ...more])
    expect(run().exitCode).toBe(0)
    expect(run()).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/SINK_EXISTS.*--resume.*--overwrite/s) })
    expect(run('--resume', '--columns', 'max')).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/CONFIG_RESUME/) })
    writeFileSync(join(folder, 'out', 'mine.txt'), 'keep me')
    expect(run('--overwrite', '--columns', 'max').exitCode).toBe(0)
    expect(readdirSync(join(folder, 'out'))).toContain('mine.txt')
    expect(wavemill(['run', join(folder, 'in'), '--out', join(folder, 'nothing'), '--resume']).exitCode).toBe(2)
  })

  test('the first Ctrl-C lets what is under way end, says how to go on, and exits with 130', async () => {
    const folder = fresh('interrupted')
    writeLinks(join(folder, 'in'), 1500, 40, 3000)
    const out = join(folder, 'out')
    const { exitCode, stderr } = await killWhen(
      ['run', join(folder, 'in'), '--out', out, '--json'],
      (event) => event.event === 'file_done' && event.task > 10,
      'SIGINT',
    )
    expect(exitCode).toBe(130)
    expect(stderr).toMatch(/interrupted: 1,500 files: [\d,]+ done, [\d,]+ left/)
    expect(stderr).toMatch(/wavemill run --resume/)
    expect(manifestOf(out).status).toBe('interrupted')
    expect(journalOf(out).at(-1)).toMatchObject({ event: 'run_interrupted' })
    expect(wavemill(['run', join(folder, 'in'), '--out', out, '--resume']).exitCode).toBe(0)
    expect(csvOf(out)).toHaveLength(1500 * 40)
  })

  test('Unicode, blanks, quotes and very long paths; .gz of text and binary; a missing file is one of the lost', () => {
    const folder = fresh('names')
    const deep = join(folder, 'in', 'ö'.repeat(100), 'x'.repeat(200), 'ж'.repeat(90))
    mkdirSync(deep, { recursive: true })
    const outb = smallOutb(5)
    writeFileSync(join(deep, 'сase "1", ü – 船.outb'), outb)
    writeFileSync(join(folder, 'in', 'plain.outb'), outb)
    writeFileSync(join(folder, 'in', 'packed.outb.gz'), gzipSync(outb))
    writeFileSync(join(folder, 'in', 'table.csv.gz'), gzipSync('time,a\n0,1\n1,5\n2,2\n'))
    writeFileSync(join(folder, 'in', 'cut.outb.gz'), gzipSync(outb).subarray(0, 200))
    const out = join(folder, 'out')
    const { exitCode, stderr } = wavemill(['run', join(folder, 'in'), join(folder, 'gone.outb'), '--recursive', '--out', out])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/FORMAT_GZIP/)
    expect(stderr).toMatch(/DISCOVER_NOT_FOUND/)
    const rows = csvOf(out)
    const of = (name: string) => rows.filter(({ path }) => path?.endsWith(name)).map(({ path, ...row }) => row)
    expect(of('船.outb')).toHaveLength(5)
    expect(of('船.outb')).toEqual(of('plain.outb'))
    expect(of('packed.outb.gz')).toEqual(of('plain.outb'))
    expect(of('table.csv.gz')).toMatchObject([{ name: 'a', max: '5', time_of_max_s: '1' }])
    expect(
      manifestOf(out)
        .errors.map(({ code }: { code: string }) => code)
        .sort(),
    ).toEqual(['DISCOVER_NOT_FOUND', 'FORMAT_GZIP'])
  })

  test('an empty selection is an error: no input, an empty folder, a pattern that matches nothing', () => {
    const folder = fresh('nothing')
    for (const input of [folder, join(folder, '*.outb')]) {
      expect(wavemill(['run', input, '--out', join(folder, 'out')])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringMatching(/DISCOVER_NO_FILES/),
      })
    }
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('results may lie beside what they are made of; a run in which every file fails has tables without rows', () => {
    const folder = fresh('beside')
    writeFileSync(join(folder, 'bad.outb'), 'no')
    for (const more of [[], ['--resume']]) {
      const { exitCode, stderr } = wavemill(['run', folder, '--out', folder, ...more])
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^1 file: 0 done, 1 failed/m) })
    }
    expect(csvOf(folder)).toEqual([])
    expect(
      wavemill(['compare', join(folder, 'results.parquet'), join(folder, 'results.csv'), '--format', 'json']).stdout,
    ).toMatch(/"rowCount":0/)
  })

  test('--json: the journal’s events and the telemetry, a line each; nothing else on stdout', () => {
    const folder = fresh('json')
    writeBatch(join(folder, 'in'), 4)
    const { stdout } = wavemill(['run', join(folder, 'in'), '--out', join(folder, 'out'), '--json'])
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).event)
    expect(events[0]).toBe('run_started')
    expect(events.at(-1)).toBe('run_finished')
    expect(events.filter((event) => event === 'file_done')).toHaveLength(4)
    expect(events).toContain('progress')
    const journal = journalOf(join(folder, 'out')).map(({ event }) => event)
    expect(journal).toEqual(events.filter((event) => event !== 'progress' && event !== 'file_started'))
  })

  test('a period that a file has only a part of is a warning', () => {
    const folder = fresh('partial')
    writeBatch(join(folder, 'in'), 1)
    const { exitCode, stderr } = wavemill([
      'run',
      join(folder, 'in'),
      '--out',
      join(folder, 'out'),
      '--from',
      '100',
      '--to',
      '5000',
    ])
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/period 'period' asks for 100 to 5000 s; the file has 100 to 159\.5 s/)
  })

  test('file_started comes within the promised time of the start of the process', () => {
    const folder = fresh('start')
    writeBatch(join(folder, 'in'), 2)
    wavemill(['run', join(folder, 'in'), '--out', join(folder, 'out')])
    expect(manifestOf(join(folder, 'out')).timings.firstFile_ms).toBeGreaterThan(0)
  })
})

interface Killed {
  exitCode: number | null
  stdout: string
  stderr: string
}

/** Runs with `--json` and sends the signal at the first event that is meant. */
function killWhen(
  args: string[],
  isMeant: (event: { event: string; task: number }) => boolean,
  signal: NodeJS.Signals = 'SIGKILL',
): Promise<Killed> {
  const child = spawn(process.execPath, [kMain, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const text = { stdout: '', stderr: '' }
  let seen = 0
  let isSent = false
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk
  })
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk
    const lines = text.stdout.split('\n')
    for (; seen < lines.length - 1 && !isSent; ++seen) isSent = isMeant(JSON.parse(lines[seen] ?? '{}')) && child.kill(signal)
  })
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, ...text })))
}
