import { expect, test } from 'vitest'
import { wavemill } from './command-line.js'

test.each([
  ['stats', "USAGE_OPTION missing required argument 'files'"],
  ['stat a.outb', "USAGE_OPTION unknown command 'stat'\n(Did you mean stats?)"],
  ['stats a.outb --fromat json', "USAGE_OPTION unknown option '--fromat'\n(Did you mean --format?)"],
  ['stats a.outb --format jsn', 'Allowed choices are table, json, csv.'],
  ['stats a.outb --from x', "option '--from <s>' argument 'x' is invalid. 'x' is not a number."],
  ['stats a.outb --from 5 --to 2', 'CONFIG_VALUE: --from is 5, later than --to, which is 2'],
  ['stats a.outb --del 4,-1', 'CONFIG_VALUE: --del[1] is -1; --del takes a list of Wöhler exponents from 0.1 to 100'],
  [
    'stats a.outb --percentiles 101',
    'CONFIG_VALUE: --percentiles[0] is 101; --percentiles takes a list of percents from 0 to 100',
  ],
  ['stats a.outb --columns mxa', "CONFIG_VALUE: --columns: no column matches 'mxa'; did you mean 'max'?"],
  ['stats a.outb --lanes 0', 'CONFIG_VALUE: --lanes is 0; --lanes takes a whole number from 1 to 1024'],
  ['stats a.outb --f-eq 0', 'CONFIG_VALUE: --f-eq is 0; --f-eq takes a frequency in Hz above 0'],
  ['stats a.outb --time-step -1', 'CONFIG_VALUE: --time-step is -1; --time-step takes a time in seconds above 0'],
  ['inspect a.outb --read-mode mmap', 'Allowed choices are auto, map, read.'],
  ['rainflow a.outb', "USAGE_OPTION required option '--channel <name>' not specified"],
])('wavemill %s: exit 2, nothing on stdout', (line, message) => {
  const { exitCode, stdout, stderr } = wavemill(line.split(' '))
  expect(stderr).toContain(message)
  expect(stdout).toBe('')
  expect(exitCode).toBe(2)
})

test('a wrong word in the environment is exit 2 too', () => {
  expect(wavemill(['stats', 'a.outb'], { WAVEMILL_FAULT_GUARD: 'no' })).toMatchObject({
    exitCode: 2,
    stderr: "CONFIG_VALUE: WAVEMILL_FAULT_GUARD is 'no'; it takes on or off\n",
  })
})

test('an unknown instruction set is exit 2, with those that there are', () => {
  const { exitCode, stderr } = wavemill(['stats', 'a.outb'], { WAVEMILL_ISA: 'mmx' })
  expect(stderr).toMatch(/^CONFIG_ISA_UNKNOWN: .*mmx.*scalar/)
  expect(exitCode).toBe(2)
})

test('--version and --help are exit 0', () => {
  expect(wavemill(['--version'])).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  expect(wavemill(['stats', '--help']).stdout).toContain('--percentiles <percents>')
})
