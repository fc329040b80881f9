import { Writable } from 'node:stream'
import { OutputStream } from '../../../../src/cli/output/stream.js'
import type { FileSummary, StatisticsRow } from '../../../../src/run/rows.js'

/** A stream that keeps what is written, each write by itself. */
export function collector(): { out: OutputStream; writes: string[]; text(): string } {
  const writes: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      writes.push(String(chunk))
      done()
    },
  })
  return { out: new OutputStream(stream, () => undefined), writes, text: () => writes.join('') }
}

export function fileNamed(path: string, warnings: string[] = []): FileSummary {
  return { path, format: 'outb', sampleCount: 6001, time: { start_s: 0, stop_s: 600, step_s: 0.1 }, readPath: 'read', warnings }
}

export function row(file: FileSummary, index: number, columns: Partial<StatisticsRow>): StatisticsRow {
  return { path: file.path, file, index, name: `Channel${index}`, unit: 'kN', status: 'ok', ...columns } as StatisticsRow
}
