import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleFolder, wavemill } from './command-line.js'

const { folder, sample } = await sampleFolder()

/** A version 1.0 .npy file of one f8 column. */
function npy(samples: readonly number[]): Buffer {
  const dictionary = `{'descr': '<f8', 'fortran_order': False, 'shape': (${samples.length},), }`
  const header = `${dictionary.padEnd(128 - 10 - 1)}\n`
  const preamble = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length, 0])
  return Buffer.concat([preamble, Buffer.from(header, 'latin1'), Buffer.from(Float64Array.from(samples).buffer)])
}

// ASTM E1049-85, figure 6: peaks A to I.
const astm = join(folder, 'astm.npy')
writeFileSync(astm, npy([-2, 1, -3, 5, -1, 3, -4, 4, -2]))

test('the worked example of ASTM E1049-85, as JSON', () => {
  const { exitCode, stdout } = wavemill(['rainflow', astm, '--channel', '0'])
  expect(exitCode).toBe(0)
  const { cycles } = JSON.parse(stdout)
  expect(Object.keys(cycles[0])).toEqual(['range', 'mean', 'count', 'start_index', 'end_index'])
  const counts = cycles.map(({ range, mean, count }: Record<string, number>) => `${range} ${mean} ${count}`).sort()
  expect(counts).toEqual(['3 -0.5 0.5', '4 -1 0.5', '4 1 1', '6 1 0.5', '8 0 0.5', '8 1 0.5', '9 0.5 0.5'])
})

test('and as CSV', () => {
  const { stdout } = wavemill(['rainflow', astm, '--channel', '0', '--format', 'csv'])
  const lines = stdout.split('\r\n')
  expect(lines[0]).toBe('range,mean,count,start_index,end_index')
  expect(lines).toHaveLength(1 + 7 + 1)
  expect(lines).toContain('4,1,1,4,5')
})

test('of a period of a named channel', () => {
  const { stdout } = wavemill(['rainflow', sample, '--channel', 'FairTen1', '--from', '100', '--to', '200'])
  const { cycles } = JSON.parse(stdout)
  expect(cycles.length).toBeGreaterThan(5)
  for (const { start_index, end_index } of cycles) {
    expect(start_index).toBeLessThan(end_index)
    expect(end_index).toBeLessThanOrEqual(1000)
  }
})

test('what cannot be counted is said on stderr, exit 1', () => {
  const broken = join(folder, 'nan.npy')
  writeFileSync(broken, npy([1, Number.NaN, 2]))
  const { exitCode, stdout, stderr } = wavemill(['rainflow', broken, '--channel', '0'])
  expect(stderr).toContain(`INPUT_NONFINITE ${broken}: `)
  expect(stdout).toBe('')
  expect(exitCode).toBe(1)
})

test('residue repeated and discarded, and small reversals dropped', () => {
  const counts = (...flags: string[]) => {
    const { exitCode, stdout } = wavemill(['rainflow', astm, '--channel', '0', ...flags])
    expect(exitCode).toBe(0)
    return JSON.parse(stdout)
      .cycles.map(({ range, count }: Record<string, number>) => `${range} ${count}`)
      .sort()
  }
  expect(counts('--residue', 'repeat')).toEqual(['3 1', '4 1', '7 1', '9 1'])
  expect(counts('--residue', 'discard')).toEqual(['4 1'])
  expect(counts('--racetrack', '4.5')).toEqual(['1 0.5', '6 0.5', '8 0.5', '8 0.5', '9 0.5']) // −2 −3 5 −4 4 −2
  expect(counts('--racetrack', '50%')).toEqual(counts('--racetrack', '4.5'))
})

test('a matrix instead of the list', () => {
  const flags = ['rainflow', astm, '--channel', '0', '--matrix-bins', '9']
  const { stdout } = wavemill([...flags, '--matrix', 'range_mean'])
  const { range_mean: rows } = JSON.parse(stdout)
  expect(rows).toHaveLength(6) // seven cycles, two of them of a range from 8 to 9 and a mean from 0 to 1
  expect(rows[0]).toEqual({ range_from: 3, range_to: 4, mean_from: -1, mean_to: 0, cycle_count: 0.5 })
  const csv = wavemill([...flags, '--matrix', 'from_to', '--format', 'csv']).stdout.split('\r\n')
  expect(csv[0]).toBe('start_from,start_to,end_from,end_to,cycle_count')
  expect(csv).toContain('-1,0,3,4,1')
})

test('what is wrong with them is said', () => {
  const refused = (...flags: string[]) => wavemill(['rainflow', astm, '--channel', '0', ...flags])
  expect(refused('--residue', 'whole').exitCode).toBe(2)
  expect(refused('--racetrack', 'much').stderr).toContain("'much' is not a number")
  expect(refused('--racetrack', '-1').stderr).toContain('--racetrack')
  expect(refused('--matrix', 'range_mean', '--matrix-bins', '0').stderr).toContain('--matrix-bins is 0; --matrix-bins takes')
})
