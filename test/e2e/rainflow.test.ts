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
