import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { riflexKey, riflexRecords } from '../support/sima-files.js'
import { sampleFolder, wavemill } from './command-line.js'

const { folder, sample } = await sampleFolder()

test('inspect --format json has the layout of every channel', () => {
  const { exitCode, stdout, stderr } = wavemill(['inspect', sample, '--format', 'json'])
  expect(stderr).toBe('')
  expect(exitCode).toBe(0)
  const [file] = JSON.parse(stdout).files
  expect(Object.keys(file)).toEqual(
    'path format variant description sizeBytes sampleCount time readPath channels warnings'.split(' '),
  )
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

test('of a refused file, inspect says what can be known: format, size, first bytes, those where it failed', () => {
  const odd = join(folder, 'odd.outb')
  const { stdout } = wavemill(['inspect', odd])
  expect(stdout.split('\n').slice(1)).toEqual([
    '  outb (OpenFAST binary), by its name · 10 bytes',
    '  first bytes:',
    '  0 [07]00 01 00 00 00 01 00 00 00                    |..........|',
    '',
  ])
  const json = JSON.parse(wavemill(['inspect', odd, '--format', 'json']).stdout)
  const firstBytes = { offsetBytes: 0, hex: '07 00 01 00 00 00 01 00 00 00', text: '..........' }
  expect(json.files[0].recognised).toEqual({
    format: 'outb',
    by: 'name',
    partner: null,
    sizeBytes: 10,
    firstBytes,
    failingBytes: firstBytes,
  })
})

test('a refused file far from its begin: the bytes around the failing one, or before the end', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i},${i}\n`).join('')
  const text = join(folder, 'far.dat')
  writeFileSync(text, `time,load\n${rows.replace('\n30,', '\nthirty,')}`)
  const { stdout } = wavemill(['inspect', text])
  expect(stdout).toContain('  csv (text table), by its content · 234 bytes')
  expect(stdout).toMatch(/ {2}at byte 170:\n(.*\n){1,2}.*\[74\].*\|.*thirty/)
  const cut = join(folder, 'cut.outb')
  writeFileSync(cut, readFileSync(sample).subarray(0, 5000))
  expect(wavemill(['inspect', cut]).stdout).toContain('  the file ends at byte 5000, after:\n')
})

test('a refused pair: both files, whichever is named, and what is in the data', () => {
  const key = join(folder, 'key_torn.txt')
  const data = join(folder, 'torn.bin')
  writeFileSync(key, riflexKey)
  writeFileSync(data, riflexRecords(4).subarray(0, 90))
  for (const [named, partner] of [
    [key, data],
    [data, key],
  ] as const) {
    const { files } = JSON.parse(wavemill(['inspect', named, '--format', 'json']).stdout)
    expect(files[0].error.code).toBe('FORMAT_TRUNCATED_DATA')
    expect(files[0].recognised).toMatchObject({ format: 'riflex', by: 'name', partner, sizeBytes: 90 })
    expect(files[0].recognised.firstBytes.hex).toMatch(/^10 00 00 00 /)
  }
})

test('nothing is known of a file that is not there, and no format of a letter', () => {
  const letter = join(folder, 'letter.txt')
  writeFileSync(letter, 'Dear all,\n')
  const { files } = JSON.parse(wavemill(['inspect', join(folder, 'gone.outb'), letter, '--format', 'json']).stdout)
  expect(files[0]).not.toHaveProperty('recognised')
  expect(files[1].recognised).toMatchObject({ format: null, by: null, firstBytes: { text: 'Dear all,.' } })
})
