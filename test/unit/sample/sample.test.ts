import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeSampleFile } from '../../../src/sample/index.js'
import { encodeOutb } from '../../../src/sample/outb-writer.js'
import { sampleRecord } from '../../../src/sample/record.js'
import { irregularSea } from '../../../src/sample/sea.js'
import { readOutb } from './outb-reader.js'

const record = readOutb(encodeOutb(sampleRecord()))

function samplesOf(name: string): number[] {
  const channel = record.channels.find((candidate) => candidate.name === name)
  if (!channel) throw new Error(`the sample has no ${name}`)
  return channel.samples
}

function mean(x: readonly number[]): number {
  return x.reduce((sum, value) => sum + value, 0) / x.length
}

function std(x: readonly number[]): number {
  const centre = mean(x)
  return Math.sqrt(mean(x.map((value) => (value - centre) ** 2)))
}

test('is ten minutes at 10 Hz of channels that OpenFAST could name', () => {
  expect(record).toMatchObject({ start_s: 0, step_s: 0.1, sampleCount: 6001 })
  expect(record.channels).toHaveLength(12)
  for (const { name, unit } of record.channels) expect(`${name} ${unit}`).toMatch(/^[A-Za-z]\w{1,9} \(.+\)$/)
})

test('is the same file each time, written where it is asked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wavemill-sample-'))
  const digests = []
  for (const name of ['a.outb', 'new/b.outb']) {
    await writeSampleFile(join(folder, name))
    digests.push(
      createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('hex'),
    )
  }
  await rm(folder, { recursive: true })
  expect(digests[1]).toBe(digests[0])
})

test('another seed is another sea of the same height', () => {
  const sea = { significantHeight_m: 6, peakPeriod_s: 12, peakedness: 2.5 }
  const [one, other] = [1, 2].map((seed) => irregularSea(sea, 600, seed))
  expect(one?.map((wave) => wave.phase_rad)).not.toEqual(other?.map((wave) => wave.phase_rad))
  expect(one?.map((wave) => wave.amplitude_m)).toEqual(other?.map((wave) => wave.amplitude_m))
})

test('the sea has the height and the period that it was made for', () => {
  const elevation_m = samplesOf('Wave1Elev')
  expect(4 * std(elevation_m)).toBeGreaterThan(0.99 * 6)
  expect(4 * std(elevation_m)).toBeLessThan(1.01 * 6)
  const crossings = elevation_m.filter((eta, i) => eta < 0 && (elevation_m[i + 1] ?? eta) >= 0).length
  expect(600 / crossings).toBeGreaterThan(0.65 * 12)
  expect(600 / crossings).toBeLessThan(0.95 * 12)
})

test('the vessel drifts with the waves, and the lines answer it', () => {
  expect(mean(samplesOf('PtfmSurge'))).toBeGreaterThan(std(samplesOf('PtfmSurge')))
  expect(std(samplesOf('PtfmHeave'))).toBeLessThan(std(samplesOf('Wave1Elev')))
  expect(mean(samplesOf('FairTen1'))).toBeGreaterThan(1200)
  expect(mean(samplesOf('FairTen2'))).toBeLessThan(1200)
  expect(Math.min(...samplesOf('FairTen2'))).toBeGreaterThan(0)
  const bending = [1, 2, 3, 4].map((i) => std(samplesOf(`RiserMom${i}`)))
  expect(bending).toEqual([...bending].sort((a, b) => b - a))
})

test('one channel is constant', () => {
  expect(new Set(samplesOf('WtrDpth')).size).toBe(1)
})
