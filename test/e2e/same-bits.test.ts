import { describe, expect, test } from 'vitest'
import { createEngine, isWavemillError } from '../../src/index.js'
import { npyFile } from '../support/npy-file.js'
import { outbFile } from '../support/outb-file.js'
import { randomWalk, waves, whiteNoise } from '../support/random-series.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { wavemill } from './command-line.js'

// DESIGN rule 6: the same bits whatever computes. The files are a batch of different shapes, so that lanes and tiles fall differently.

const folder = temporaryFolder()
const channels = Array.from({ length: 70 }, (_, i) => (i % 3 === 0 ? randomWalk : i % 3 === 1 ? whiteNoise : waves)(9001, i))
const gapped = whiteNoise(9001, 99).fill(Number.NaN, 2047, 4100)
const integers = channels.slice(0, 20).map((x) => x.map((sample) => Math.round(100 * sample)))

const files = [
  folder.write('c-order.npy', npyFile(channels)),
  folder.write('fortran.npy', npyFile([...channels, gapped], { fortranOrder: true })),
  folder.write('int32.npy', npyFile(integers, { type: 'i4', bigEndian: true })),
  folder.write('float32.npy', npyFile(channels.slice(0, 5), { type: 'f4' })),
  folder.write('long.npy', npyFile([randomWalk(300_000, 7), whiteNoise(300_000, 8)], { fortranOrder: true })),
  folder.write('small.outb', outbFile()),
  folder.write('small-f64.outb', outbFile({ fileId: 3 })),
]

const curves = ['--curves', 'dnv_d_air,dnv_e_free']
const counting = [
  '--residue',
  'repeat',
  '--racetrack',
  '2%',
  '--range-bins',
  '200',
  '--goodman',
  '1e6',
  '--matrices',
  'range_mean,from_to',
]

function computed(flags: readonly string[], variables: Record<string, string> = {}) {
  const selection = ['--columns', '*', '--percentiles', '0,2.5,50,99.9,100', '--del', '3,4,10,3.5']
  const { exitCode, stdout, stderr } = wavemill(
    ['stats', ...files, '--format', 'json', ...selection, ...curves, ...flags],
    variables,
  )
  expect(stderr).toBe('')
  expect(exitCode).toBe(0)
  const readPaths: string[] = JSON.parse(stdout).files.map((file: { readPath: string }) => file.readPath)
  return { readPaths: new Set(readPaths), text: stdout.replaceAll(/"readPath":"(mapped|read)"/g, '"readPath":"…"') }
}

/** Why an instruction set cannot be had here; undefined when it can. */
function whyNot(isa: string): string | undefined {
  try {
    createEngine({ lanes: 1, isa }).close()
    return undefined
  } catch (error) {
    if (isWavemillError(error) && error.code === 'CONFIG_ISA_UNSUPPORTED') return error.message
    throw error
  }
}

describe('byte-identical output', () => {
  const wanted = computed(['--lanes', '1', '--read-mode', 'map'], { WAVEMILL_ISA: 'scalar' })

  test('the reference is of every channel', () => {
    expect(wanted.text.match(/"status":/g)).toHaveLength(70 + 71 + 20 + 5 + 2 + 2 + 2)
  })

  const modes = [
    ['map', 'mapped'],
    ['read', 'read'],
  ] as const
  for (const lanes of ['1', '2', '5']) {
    test.each(modes)(`${lanes} lanes, --read-mode %s: %s`, (mode, readPath) => {
      const { text, readPaths } = computed(['--lanes', lanes, '--read-mode', mode])
      expect(readPaths).toEqual(new Set([readPath]))
      expect(text).toBe(wanted.text)
    })
  }

  for (const isa of ['scalar', 'avx2', 'avx512']) {
    const reason = whyNot(isa)
    test.skipIf(reason !== undefined)(`WAVEMILL_ISA=${isa}${reason ? ` (skipped: ${reason})` : ''}`, () => {
      for (const mode of ['map', 'read'])
        expect(computed(['--lanes', '2', '--read-mode', mode], { WAVEMILL_ISA: isa }).text).toBe(wanted.text)
    })
  }

  test('cycles counted another way, their matrices too', { timeout: 120_000 }, () => {
    const one = computed([...counting, '--lanes', '1', '--read-mode', 'map'], { WAVEMILL_ISA: 'scalar' })
    expect(one.text).not.toBe(wanted.text)
    expect(computed([...counting, '--lanes', '5', '--read-mode', 'read']).text).toBe(one.text)
  })

  test('twice in a row', () => {
    expect(computed([]).text).toBe(computed([]).text)
  })
})

describe('WAVEMILL_ISA', () => {
  test('with a name that nothing has ends with 2 and names those that are known', () => {
    const { exitCode, stdout, stderr } = wavemill(['stats', ...files, '--format', 'json'], { WAVEMILL_ISA: 'bogus' })
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^CONFIG_ISA_UNKNOWN: no instruction set is called 'bogus'; known: auto, scalar/)
  })

  test.each(['avx2', 'avx512'])('%s, where the CPU lacks it, ends with 2 and says what it has', (isa) => {
    const { exitCode, stderr } = wavemill(['stats', files[5] ?? '', '--format', 'json'], { WAVEMILL_ISA: isa })
    if (whyNot(isa) === undefined) return expect(exitCode).toBe(0)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(new RegExp(`^CONFIG_ISA_UNSUPPORTED: .*'${isa}'; its widest is '`))
  })
})
