import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleFolder, wavemill } from './command-line.js'

const { folder, sample } = await sampleFolder()

test('inspect --format json has the layout of every channel', () => {
  const { exitCode, stdout, stderr } = wavemill(['inspect', sample, '--format', 'json'])
  expect(stderr).toBe('')
  expect(exitCode).toBe(0)
  const [file] = JSON.parse(stdout).files
  expect(Object.keys(file)).toEqual('path format variant sizeBytes sampleCount time readPath channels warnings'.split(' '))
  expect(file).toMatchObject({ path: sample, format: 'outb', sizeBytes: statSync(sample).size, sampleCount: 6001 })
  expect(file.time).toMatchObject({ start_s: 0, step_s: 0.1, isAssumed: false })
  expect(file.channels).toHaveLength(12)
  const [elevation, surge] = file.channels
  expect(elevation).toMatchObject({ index: 0, name: 'Wave1Elev', type: 'int16', byteOrder: 'little', strideBytes: 24 })
  expect(surge.offsetBytes - elevation.offsetBytes).toBe(2)
  expect(elevation.offsetBytes + 6001 * 24).toBe(file.sizeBytes)
  expect(elevation.scaling).toBe('x = (q - bias) / scale')
  expect(elevation.resolution).toBe(1 / elevation.scale)
})

test('inspect as a table has the facts and a line a channel', () => {
  const { stdout } = wavemill(['inspect', sample])
  expect(stdout).toContain('6,001 samples · 0 to 600 s, step 0.1 s')
  expect(stdout).toMatch(/ 0 {2}Wave1Elev +.*int16 .* 24 +0\.000/)
  expect(stdout.trimEnd().split('\n')).toHaveLength(3 + 1 + 12)
})

test('a refused file is its error, the others are there, exit 1', () => {
  const odd = join(folder, 'odd.outb')
  writeFileSync(odd, Buffer.from([7, 0, 1, 0, 0, 0, 1, 0, 0, 0]))
  const { exitCode, stdout, stderr } = wavemill(['inspect', odd, sample, '--format', 'json'])
  const { files } = JSON.parse(stdout)
  expect(files[0]).toMatchObject({ path: odd, error: { code: 'FORMAT_OUTB_FILE_ID', offsetBytes: 0 } })
  expect(files[1].channels).toHaveLength(12)
  expect(stderr).toBe('1 of 2 files failed: FORMAT_OUTB_FILE_ID ×1\n')
  expect(exitCode).toBe(1)
})
