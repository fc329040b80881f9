import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { createEngine } from '../../src/index.js'
import { npyFile } from '../support/npy-file.js'
import { randomWalk, waves, whiteNoise } from '../support/random-series.js'
import { type Row, rowsOf } from '../support/rows.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { sampleFolder, wavemill } from './command-line.js'

vi.setConfig({ testTimeout: 60_000 }) // several processes each, on a machine that may be busy

const { folder, sample } = await sampleFolder()
const files = temporaryFolder()

/** The channels of the sample, with their units. */
const channels: { name: string; unit: string }[] = JSON.parse(wavemill(['inspect', sample, '--format', 'json']).stdout).files[0]
  .channels
const [first, second] = ['Wave1Elev', 'PtfmHeave'].map((name) => channels.find((channel) => channel.name === name)?.name ?? '')

function statsOf(...flags: string[]): {
  exitCode: number | null
  stderr: string
  channels: Row[]
  error?: { code: string; message: string }
} {
  const { exitCode, stdout, stderr } = wavemill(['stats', sample, '--format', 'json', ...flags])
  const [file] = stdout === '' ? [{}] : JSON.parse(stdout).files
  return { exitCode, stderr, channels: file.channels ?? [], error: file.error }
}

describe('stats --derive', () => {
  test('adds channels behind those of the file', () => {
    const { exitCode, channels: rows } = statsOf('--derive', `Sum = ${first} + ${second}`, '--derive', `Far [mm] = abs(${first})`)
    expect(exitCode).toBe(0)
    expect(rows.slice(channels.length)).toMatchObject([
      { index: channels.length, name: 'Sum', unit: 'm' },
      { index: channels.length + 1, name: 'Far', unit: 'mm' },
    ])
    const wave = rows.find(({ name }) => name === first)
    expect(rows.at(-1)?.max).toBeCloseTo(1000 * Number(wave?.abs_max), 6)
  })

  test('only those that are chosen, whatever they are made of', () => {
    const { channels: rows } = statsOf('--derive', `Sum = ${first} + ${second}`, '--channels', 'Sum')
    expect(rows.map(({ name }) => name)).toEqual(['Sum'])
  })

  test('marks the place of what is wrong', () => {
    const { exitCode, stderr } = statsOf('--derive', 'Far = hypt(1, 2)', '--derive', 'B = (1 + 2')
    expect(exitCode).toBe(2)
    expect(stderr).toBe(
      "CONFIG_VALUE: derived 'Far': there is no function 'hypt'; did you mean 'hypot'?\n    hypt(1, 2)\n    ^\n" +
        "derived 'B': the bracket ( has no )\n    (1 + 2\n    ^\n",
    )
  })

  test('is refused without a name or an expression', () => {
    for (const text of ['hypot(a, b)', '= 2', 'A =']) {
      const { exitCode, stderr } = statsOf('--derive', text)
      expect(exitCode).toBe(2)
      expect(stderr).toContain(`'${text}' is not 'Name = expression'`)
    }
  })

  test('units that do not go together fail the file and name both', () => {
    const { exitCode, error } = statsOf('--derive', `A = ${first} + 3kN`)
    expect(exitCode).toBe(1)
    expect(error).toEqual({
      code: 'INPUT_EXPRESSION',
      message: `derived channel 'A': 'm' and 'kN' do not go together (character ${first?.length ? first.length + 2 : 0}, at "+ 3kN")`,
    })
  })

  test('a channel that is not there: the nearest names', () => {
    const { error } = statsOf('--derive', 'A = Wave1Elv')
    expect(error).toMatchObject({ code: 'INPUT_UNKNOWN_CHANNEL' })
    expect(error?.message).toMatch(
      /^derived channel 'A': no channel is called 'Wave1Elv'; nearest: Wave1Elev.* \(character 1, at "Wave1Elv"\)$/,
    )
  })
})

describe('the library', () => {
  const path = files.write('two.npy', npyFile([randomWalk(5000, 1), whiteNoise(5000, 2)]))

  test('gives a row for each angle', async () => {
    const engine = createEngine({ timeStep_s: 0.1 })
    const derived = [{ name: 'M', expression: 'cos(angle)*col0 + sin(angle)*col1', angles: { from: 0, to: 350, step: 10 } }]
    const rows = await rowsOf(engine, path, { derived, channels: ['M_*'] })
    await engine.close()
    expect(rows.map(({ name }) => name)).toEqual(Array.from({ length: 36 }, (_, i) => `M_${String(10 * i).padStart(3, '0')}deg`))
    for (let i = 0; i < 18; ++i) expect(rows[i + 18]?.max).toBeCloseTo(-Number(rows[i]?.min), 9)
  })

  test.each([
    [
      { derived: [{ name: 'A', expression: 'sin(' }] },
      "derived 'A': a number, a channel or a bracket is missing before the end of the expression",
    ],
    [{ derived: [{ name: 'A' }] }, 'derived[0].expression is undefined'],
    [{ derived: [{ name: 'A', expression: '1', angles: { from: 0, to: 10, step: 0 } }] }, 'derived[0].angles.step is 0'],
  ])('refuses %o at once', async (options, message) => {
    const engine = createEngine()
    expect(() => engine.statistics(path, options as never)).toThrow(message)
    await engine.close()
  })
})

describe('a spec with derived channels', () => {
  const spec = (expression: string) => `version: 1
input: { files: ['${sample}'] }
output: { folder: '${join(folder, 'out')}', tables: [json] }
channels: [Far, 'Rose_*']
derived:
  - name: Far
    expression: ${expression}
    unit: mm
  - { name: Rose, expression: 'cos(angle)*${first}', angles: [0, 22.5, 90] }
`

  test('is run, and its resolved form is the same spec', () => {
    const path = files.write('good.yml', Buffer.from(spec(`abs(${first}) + 2*${second}`)))
    const { exitCode, stderr } = wavemill(['run', path, '--quiet'])
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    const rows: Row[] = JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8')).files[0].periods[0].channels
    expect(rows.map(({ name, unit }) => [name, unit])).toEqual([
      ['Far', 'mm'],
      ['Rose_000deg', 'm'],
      ['Rose_022_5deg', 'm'],
      ['Rose_090deg', 'm'],
    ])
    const { stdout } = wavemill(['config', 'print', path])
    expect(wavemill(['config', 'print', files.write('again.yml', Buffer.from(stdout))]).stdout).toBe(stdout)
  })

  test.each([
    ['hypt(1, 2)', 7, 17, "there is no function 'hypt'; did you mean 'hypot'?", 'hypt(1, 2)', '^'],
    ["'1 + hypt(1, 2)'", 7, 22, "there is no function 'hypt'; did you mean 'hypot'?", '1 + hypt(1, 2)', '    ^'],
    ['"Ä + (1"', 7, 22, 'the bracket ( has no )', 'Ä + (1', '    ^'],
    ['cos(angle)', 7, 21, "'angle' is known only", 'cos(angle)', '    ^'],
  ])('%s: file, line, column and a mark', (expression, line, column, message, text, mark) => {
    const path = files.write('bad.yml', Buffer.from(spec(expression)))
    const { exitCode, stderr } = wavemill(['run', path])
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`CONFIG_VALUE: ${path}:${line}:${column}: 'derived[0].expression': ${message}`)
    expect(stderr).toContain(`\n    ${text}\n    ${mark}\n`)
  })

  test('is another run when an expression changes', () => {
    const out = join(folder, 'changing')
    const runs = (expression: string, ...more: string[]) =>
      wavemill(['run', sample, '--out', out, '--tables', 'csv', '--quiet', '--derive', `A = ${expression}`, ...more])
    expect(runs(`2*${first}`).exitCode).toBe(0)
    expect(runs(`2*${first}`, '--resume').exitCode).toBe(0)
    const { exitCode, stderr } = runs(`3*${first}`, '--resume')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('CONFIG_RESUME')
  })
})

test('derived channels: the same text from any lanes, read mode and instruction set', () => {
  const paths = [
    files.write('c.npy', npyFile([waves(9001, 1), whiteNoise(9001, 2), randomWalk(9001, 3)])),
    files.write('f.npy', npyFile([waves(300_000, 1), whiteNoise(300_000, 2)], { fortranOrder: true })),
    files.write(
      'i.npy',
      npyFile(
        [waves(5000, 1), waves(5000, 2)].map((x) => x.map((v) => Math.round(100 * v))),
        { type: 'i2' },
      ),
    ),
  ]
  const flags = ['hypot(col0, col1)', 'cos(30deg)*col0 - col1/3', 'derivative(col0)^3', 'integral(min(col0, col1))'].flatMap(
    (expression, i) => ['--derive', `D${i} = ${expression}`],
  )
  const computed = (more: string[], variables: Record<string, string> = {}) => {
    const { exitCode, stdout, stderr } = wavemill(
      ['stats', ...paths, '--format', 'json', '--channels', 'D*', ...flags, ...more],
      variables,
    )
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    return stdout.replaceAll(/"readPath":"(mapped|read)"/g, '"readPath":"…"')
  }
  const wanted = computed(['--lanes', '1', '--read-mode', 'map'], { WAVEMILL_ISA: 'scalar' })
  expect(wanted.match(/"status":"ok"/g)).toHaveLength(12)
  for (const lanes of ['1', '3'])
    for (const mode of ['map', 'read']) expect(computed(['--lanes', lanes, '--read-mode', mode])).toBe(wanted)
})
