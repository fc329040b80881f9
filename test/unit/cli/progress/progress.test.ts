import pc from 'picocolors'
import { describe, expect, test } from 'vitest'
import { bracketText, bytesText, durationText } from '../../../../src/cli/output/quantity.js'
import { closingTable } from '../../../../src/cli/progress/closing-table.js'
import { commandAgain } from '../../../../src/cli/progress/command-again.js'
import { LinesView } from '../../../../src/cli/progress/lines-view.js'
import { shortened } from '../../../../src/cli/progress/shortened.js'
import { TerminalView } from '../../../../src/cli/progress/terminal-view.js'
import type { FileFailed, FileStarted, Progress, RunStarted } from '../../../../src/contract/generated/events.js'
import type { RunSummary } from '../../../../src/run/run-summary.js'

const time = '2026-01-01T00:00:00.000Z'

function progress(done: number, more: Partial<Progress> = {}): Progress {
  const counts = { done, failed: 0, files: 100, doneBytes: done * 1e6, bytes: 100e6, bytesPerSecond: 25e6 }
  return {
    event: 'progress',
    time,
    ...counts,
    left_from_s: 3,
    left_to_s: 5,
    rssBytes: 1e8,
    cpuUse: 0.9,
    loopDelay_ms: 1,
    ...more,
  }
}

const failed: FileFailed = {
  event: 'file_failed',
  time,
  task: 7,
  path: 'in/case\u001b[2J7.outb',
  bytes: 10,
  modified_ms: 0,
  seconds: 0.1,
  code: 'FORMAT_TRUNCATED_DATA',
  message: 'the file ends early',
  offsetBytes: 42,
}

const started = (task: number): FileStarted => ({ event: 'file_started', time, task, path: `in/case${task}.outb`, bytes: 4.8e6 })

describe('quantities', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [4_813_000, '4.8 MB'],
    [9_960_000, '10 MB'],
    [288_000_000, '288 MB'],
    [999_600_000, '1.0 GB'],
    [5e15, '5000 TB'],
  ])('%d bytes: %s', (bytes, text) => expect(bytesText(bytes)).toBe(text))

  test.each([
    [0.004, '0.00 s'],
    [0.42, '0.42 s'],
    [0.996, '1.0 s'],
    [9.96, '10 s'],
    [59.6, '1 min 0 s'],
    [75, '1 min 15 s'],
    [3599.6, '1 h 0 min'],
    [7500, '2 h 5 min'],
  ])('%d s: %s', (seconds, text) => expect(durationText(seconds)).toBe(text))

  test('a bracket has one unit, and one figure where both ends read alike', () => {
    expect(bracketText(2.2, 5.4)).toBe('2 – 5 s')
    expect(bracketText(4.9, 5.1)).toBe('5 s')
    expect(bracketText(70, 130)).toBe('1 – 2 min')
    expect(bracketText(7000, 9000)).toBe('1.9 – 2.5 h')
  })
})

test('a shortened text keeps its ends', () => {
  expect(shortened('short', 10)).toBe('short')
  expect(shortened('a-very-long-folder/case.outb', 12)).toBe('a-v…ase.outb')
  expect([...shortened('ü'.repeat(50), 9)]).toHaveLength(9)
})

describe('lines', () => {
  test('every 5 % or 10 s, and each failure at once', () => {
    const lines: string[] = []
    let now_s = 0
    const view = new LinesView(
      (line) => lines.push(line),
      () => now_s,
    )
    for (let done = 0; done <= 12; ++done) view.event(progress(done))
    expect(lines).toEqual(['  5 %  5 of 100 files · 25 MB/s · 3 – 5 s left', ' 10 %  10 of 100 files · 25 MB/s · 3 – 5 s left'])
    now_s = 10
    view.event(progress(12))
    view.event(failed)
    expect(lines.slice(2)).toEqual([
      ' 12 %  12 of 100 files · 25 MB/s · 3 – 5 s left',
      expect.stringMatching(/^FORMAT_TRUNCATED_DATA .*the file ends early \(byte 42\)$/),
    ])
  })
})

describe('terminal', () => {
  function setting(width = 80) {
    const written: string[] = []
    let now_ms = 0
    const terminal = {
      write: (text: string) => written.push(text),
      width: () => width,
      colors: pc.createColors(false),
      now_ms: () => now_ms,
    }
    const later = (ms: number) => {
      now_ms += ms
    }
    return { view: new TerminalView(terminal), written, later }
  }

  test('draws a bar and the files that the lanes have, at most ten times a second, never wider than the terminal', () => {
    const { view, written, later } = setting(60)
    view.event({ event: 'run_started', lanes: 2 } as RunStarted)
    for (const task of [1, 2, 3, 4]) view.event(started(task))
    for (let done = 0; done < 50; ++done) {
      view.event(progress(done))
      later(10)
    }
    expect(written.length).toBeLessThanOrEqual(5)
    const last = written.at(-1) ?? ''
    expect(last).toContain('case1.outb')
    expect(last).toContain('case2.outb')
    expect(last).not.toContain('case3.outb')
    for (const line of last.split('\n'))
      expect(
        [...line.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d*\\w`, 'g'), '').replaceAll('\r', '')].length,
      ).toBeLessThanOrEqual(60)
  })

  test('a failure scrolls by above, without what a terminal would obey', () => {
    const { view, written, later } = setting()
    view.event(progress(3))
    later(200)
    view.event(failed)
    const text = written.join('')
    expect(text).toContain('case\uFFFD[2J7.outb: the file ends early')
    expect(text).toContain('\u001b[1A')
  })

  test('takes itself away at the end', () => {
    const { view, written } = setting()
    view.event(progress(3))
    view.end()
    expect(written.at(-1)).toBe('\u001b[1A\r\u001b[0J')
  })
})

describe('closing table', () => {
  const summary: RunSummary = {
    status: 'finished',
    folder: 'out',
    files: 60,
    done: 60,
    kept: 0,
    bytes: 288e6,
    rows: 12000,
    lanes: 2,
    seconds: 0.62,
    cpuUse: 0.93,
    peakRssBytes: 120e6,
    longestPause_ms: 3,
    failures: [],
    warnings: [],
    slowest: [{ path: 'case12.outb', bytes: 4.8e6, seconds: 0.12 }],
    tables: [{ name: 'csv', path: 'out/results.csv', rows: 12000, bytes: 4.1e6 }],
    extremes: [],
  }
  const look = { width: 80, colors: pc.createColors(false) }

  test('all done', () => {
    expect(closingTable(summary, 'wavemill run --resume in', look)).toEqual([
      '60 files: 60 done · 288 MB in 0.62 s · 465 MB/s',
      'machine   2 lanes, CPU 93 %, memory 120 MB at most',
      'slowest     0.12 s   4.8 MB  case12.outb',
      'tables    out/results.csv  12,000 rows, 4.1 MB',
    ])
  })

  test('failures by cause, the most frequent first, three of each; and how to go on', () => {
    const lost = (path: string, code: 'IO_READ' | 'FORMAT_UNKNOWN') => ({ path, code, message: 'why' })
    const failures = [lost('a', 'IO_READ'), ...['b', 'c', 'd', 'e'].map((path) => lost(path, 'FORMAT_UNKNOWN'))]
    const lines = closingTable({ ...summary, done: 55, kept: 20, failures }, 'wavemill run --resume in', look)
    expect(lines[0]).toBe('60 files: 55 done (20 of them before), 5 failed · 288 MB in 0.62 s · 465 MB/s')
    expect(lines.slice(3, 10)).toEqual([
      'failed    4 × FORMAT_UNKNOWN',
      '            b: why',
      '            c: why',
      '            d: why',
      '            and 1 more: manifest.json names them',
      '          1 × IO_READ',
      '            a: why',
    ])
    expect(lines.at(-1)).toBe('again     wavemill run --resume in')
  })

  test('interrupted', () => {
    expect(closingTable({ ...summary, status: 'interrupted', done: 40, tables: [] }, 'x', look)[0]).toMatch(
      /^interrupted: 60 files: 40 done, 20 left/,
    )
  })
})

test('the command that goes on is the one that was typed', () => {
  expect(commandAgain(['run', 'my files/*.outb', '--overwrite', '--out', "it's"])).toBe(
    "wavemill run --resume 'my files/*.outb' --out 'it'\\''s'",
  )
})
