// Whether the addon's results are right for the files of files.mjs.
import assert from 'node:assert/strict'
import { expectedOf } from './files.mjs'
import { columnCount } from './tasks.mjs'

export function checkStatistics(result, sampleCount, channelCount) {
  assert.equal(result.periods[0].sampleCount, sampleCount)
  assert.deepEqual([...result.indices], [...Array(channelCount).keys()])
  assert.equal(result.names.length, channelCount)
  assert.equal(result.units.length, channelCount)
  assert.equal(result.values.length, channelCount * columnCount)
  for (let channel = 0; channel < channelCount; channel++) {
    const expected = expectedOf(sampleCount, channel)
    const [count, min, max, mean, std, median, equivalentLoad] = result.values.subarray(channel * columnCount)
    assert.deepEqual({ count, min, max }, { count: expected.count, min: expected.min, max: expected.max })
    assert.ok(Math.abs(mean - expected.mean) < 1e-12, `mean ${mean}, expected ${expected.mean}`)
    assert.ok(std > 28 && std < 30, `std ${std} of a uniform distribution over 101 integers`)
    assert.ok(median >= -2 && median <= 2, `median ${median}`)
    assert.ok(equivalentLoad > 0, `damage-equivalent load ${equivalentLoad}`)
  }
}

export function checkInspection(result, sampleCount, channelCount) {
  assert.equal(result.sampleCount, sampleCount)
  assert.equal(result.channels.length, channelCount)
  assert.deepEqual(result.time, { start_s: 0, stop_s: (sampleCount - 1) / 2, step_s: 0.5 })
}

/** Each cycle is two reversals or, as a half, one; the largest spans the channel. */
export function checkCycles(result, sampleCount) {
  const expected = expectedOf(sampleCount, 0)
  let largest = 0
  for (let i = 0; i < result.cycles.length; i += 5) {
    const [range, , count, start, end] = result.cycles.subarray(i, i + 5)
    largest = Math.max(largest, range)
    assert.ok(count === 1 || count === 0.5, `count ${count}`)
    assert.ok(start < sampleCount && end < sampleCount && start !== end, `from sample ${start} to ${end}`)
  }
  assert.equal(largest, expected.max - expected.min)
}
