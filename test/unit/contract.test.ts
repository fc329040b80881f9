import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  columns,
  distributions,
  errors,
  extras,
  families,
  fitMethods,
  intervalMethods,
  statuses,
} from '../../src/contract/generated/contract.js'

const checkout = resolve(import.meta.dirname, '../..')
const script = join(checkout, 'scripts/contract.mjs')
const source = 'src/contract/contract.yaml'
const generated = [
  'native/contract/generated/contract.h',
  'src/contract/generated/contract.ts',
  'src/contract/generated/results.schema.json',
  'docs/statistics.md',
  'docs/errors.md',
]

const textOf = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const runScript = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })

/** The names between the braces of one enum class of the generated header. */
function enumerators(title: string): string[] {
  const body = new RegExp(`enum class ${title} : std::uint8_t \\{([^}]*)\\}`).exec(
    textOf(checkout, 'native/contract/generated/contract.h'),
  )?.[1]
  return (body ?? '').split(',').flatMap((name) => name.trim() || [])
}

const pascal = (name: string) => `k${name.toLowerCase().replace(/(?:^|[_:])(.)/g, (_, letter: string) => letter.toUpperCase())}`

describe('the committed files', () => {
  it('are what contract.yaml says', () => {
    const { status, stderr } = runScript('--check')
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('number columns, families, codes and statuses alike in C++ and TypeScript', () => {
    const members = [...columns, ...families]
    expect(members.map(({ number }) => number)).toEqual(members.map((_, index) => index))
    expect(enumerators('Column')).toEqual(members.map(({ name }) => pascal(name)))
    expect(enumerators('ErrorCode')).toEqual(Object.keys(errors).map(pascal))
    expect(enumerators('ChannelStatus')).toEqual(statuses.map(pascal))
    expect(enumerators('Distribution')).toEqual(distributions.map(pascal))
    expect(enumerators('FitMethod')).toEqual(fitMethods.map(pascal))
    expect(enumerators('IntervalMethod')).toEqual(intervalMethods.map(pascal))
    expect(enumerators('ExtraKind')).toEqual(extras.map(({ name }) => pascal(name)))
  })

  it('give the C++ side the very names that users see', () => {
    const header = textOf(checkout, 'native/contract/generated/contract.h')
    const names = [...columns, ...families].map(({ name }) => name)
    for (const name of [...names, ...Object.keys(errors), ...statuses]) expect(header).toContain(`    "${name}",\n`)
  })

  it('have a schema that knows every column, family, status and code', () => {
    const { definitions } = JSON.parse(textOf(checkout, 'src/contract/generated/results.schema.json'))
    const known = Object.keys(definitions.channel.properties)
    expect(known).toEqual(['index', 'name', 'unit', 'status', ...[...columns, ...extras].map(({ name }) => name)])
    expect(definitions.channel.properties.status.enum).toEqual([...statuses])
    expect(definitions.failedFile.properties.error.properties.code.enum).toEqual(Object.keys(errors))
    const patterns = Object.keys(definitions.channel.patternProperties).map((pattern) => new RegExp(pattern))
    const isMember = (name: string) => patterns.some((pattern) => pattern.test(name))
    expect(['p05', 'p99_9', 'p100', 'del_m4', 'del_m3_5'].map(isMember)).toEqual([true, true, true, true, true])
    expect(['p5', 'p', 'del_4', 'del_m', 'p05_', 'min'].map(isMember)).toEqual([false, false, false, false, false, false])
  })

  it('give every code a row and an exit code in the documentation', () => {
    const rows = textOf(checkout, 'docs/errors.md').match(/^\| `.*$/gm) ?? []
    const exitCodes = Object.fromEntries(rows.map((row) => [/`(\w+)`/.exec(row)?.[1], Number(/(\d+) \|$/.exec(row)?.[1])]))
    expect(Object.keys(exitCodes).sort()).toEqual(Object.keys(errors).sort())
    expect(exitCodes).toMatchObject({
      USAGE_OPTION: 2,
      CONFIG_VALUE: 2,
      NATIVE_LOAD: 3,
      RESOURCE_THREADS: 3,
      CANCELLED: 130,
      IO_READ: 1,
      INTERNAL: 1,
    })
  })
})

describe('the generator', () => {
  // A fresh output of this contract.yaml, so that a stale committed file fails the first test of this suite and no other.
  let fresh = ''
  let root = ''
  const change = (path: string, from: string, to: string) => {
    const text = textOf(root, path)
    expect(text).toContain(from)
    writeFileSync(
      join(root, path),
      text.replace(from, () => to),
    )
  }

  beforeAll(() => {
    fresh = mkdtempSync(join(tmpdir(), 'wavemill-contract-'))
    cpSync(join(checkout, source), join(fresh, source))
    execFileSync(process.execPath, [script, '--root', fresh])
  })
  afterAll(() => rmSync(fresh, { recursive: true }))
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'wavemill-contract-'))
    cpSync(fresh, root, { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('writes the same bytes again', () => {
    for (const path of generated) rmSync(join(root, path))
    execFileSync(process.execPath, [script, '--root', root])
    for (const path of generated) expect(textOf(root, path)).toBe(textOf(fresh, path))
  })

  it.each(generated)('--check names %s when it was edited, and leaves it alone', (path) => {
    writeFileSync(join(root, path), `${textOf(root, path)} `)
    const edited = textOf(root, path)
    const { status, stderr } = runScript('--check', '--root', root)
    expect(status).toBe(1)
    expect(stderr).toBe(`${path} is not what ${source} says. Type: npm run contract\n`)
    expect(textOf(root, path)).toBe(edited)
  })

  it('--check names every file that a new column belongs to, and a missing one', () => {
    change(source, 'columns:\n', "columns:\n  - { name: fresh, kernel: summary, unit: '1', text: 'New.' }\n")
    rmSync(join(root, 'docs/errors.md'))
    const { status, stderr } = runScript('--check', '--root', root)
    expect(status).toBe(1)
    for (const path of generated) expect(stderr).toContain(`${path} is not`)
  })

  it.each([
    ['a second column of a name', '{ name: max,', '{ name: min,', 'columns and families, min: it is there twice'],
    ['a second code', 'code: IO_READ,', 'code: IO_OPEN,', 'errors, IO_OPEN: it is there twice'],
    [
      'an unknown key',
      'name: rms, kernel',
      'name: rms, colour: red, kernel',
      'columns, rms: unknown key "colour"; it takes name, kernel, unit, text, default',
    ],
    ['a missing text', ", text: 'max − min.'", '', 'columns, range: "text" is missing'],
    [
      'an empty text',
      "text: 'max − min.'",
      "text: ''",
      'columns, range: "text" is ""; it takes a text of one line that is not empty',
    ],
    [
      'a code of no family',
      'code: IO_READ',
      'code: DISK_READ',
      'errors, DISK_READ: "code" is "DISK_READ"; it takes a code of one of the families',
    ],
    [
      'an unknown stage',
      'code: IO_READ, stage: decode',
      'code: IO_READ, stage: decoding',
      'errors, IO_READ: "stage" is "decoding"; it takes one of cli,',
    ],
    [
      'a default outside of its range',
      'default: [1, 5',
      'default: [-1, 5',
      'families, percentile: default -1 is not between 0 and 100',
    ],
    ["a column with a family's name", '{ name: rms,', '{ name: p50,', "columns, p50: the name is a percentile's"],
    ['an unknown section', 'statuses:\n', 'plots: []\nstatuses:\n', 'unknown section "plots"'],
    [
      'words behind numbers',
      '{ name: value, unit: channel, text',
      '{ name: value, unit: channel, choices: [a], text',
      'extras, linked: its columns with choices come first',
    ],
    [
      'an extra column without a text',
      "unit: s, text: 'Time of the first sample that has it.'",
      'unit: s',
      'extras, linked: "columns" is ',
    ],
    ['another version', 'version: 1', 'version: 2', 'version: it is 2; this generator reads 1'],
    ['an entry that is no map', 'statuses:\n', 'statuses:\n  - ok\n', 'statuses[0]: it takes a map of keys'],
    ['what is not YAML', 'version: 1', 'version: [1', 'it is not YAML'],
  ])('refuses %s and names it', (_, from, to, problem) => {
    change(source, from, to)
    const { status, stderr } = runScript('--root', root)
    expect(stderr).toContain(`${source}: ${problem}`)
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(1)
    for (const path of generated) expect(textOf(root, path)).toBe(textOf(fresh, path))
  })

  it('escapes what each language would read otherwise', () => {
    change(source, "text: 'max − min.'", String.raw`text: 'it''s a "\d" | b'`)
    execFileSync(process.execPath, [script, '--root', root])
    expect(textOf(root, 'src/contract/generated/contract.ts')).toContain(String.raw`text: 'it\'s a "\\d" | b'`)
    expect(textOf(root, 'docs/statistics.md')).toContain(String.raw`it's a "\\d" \| b`)
  })
})
