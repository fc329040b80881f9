import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createEngine, type StatisticsRow } from '../../src/index.js'

// Every file of ../shared/data in a format that is read, against the statistics that NumPy and the `rainflow` package found in it.
// Tolerances: what is picked from the samples (extremes, their times, percentiles) must be the same bits. What is summed may differ by the order of
// summing: 1e-11 of the channel's spread, or of its magnitude where that is larger than the spread by so much that f64 itself cannot hold better
// (one unit in the last place of NumPy's own mean is 2.2e-16 of the magnitude). Damage-equivalent loads: 1e-9, powers of 10 enlarge everything.

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))

/** How a reference spells a format's files and channels, and what its reader makes of the times. */
interface Peer {
  readonly source: RegExp
  /** Of the data, where the reference has another. */
  readonly path?: string
  /** Our name for a channel of theirs. */
  readonly name: (theirs: string) => string
  /** How far times may be off, of their size: a file by itself has them exactly. */
  readonly times?: number
  /** The same of the samples. */
  readonly samples?: number
}

const metres = (place: string) => String(Number(place))
const peers: readonly Peer[] = [
  { source: /\.(outb|out|bin|ts|tda)$/, name: (theirs) => theirs.replace(/#\d+$/, '') },
  // Times are linspace(0, T, n + 1)[1:] there, and (i + 1) T/n here.
  { source: /^hawc2\//, path: 'hawc2/test.sel', name: (theirs) => theirs.replace(/\|\d+$/, ''), times: 4.5e-16 },
  {
    source: /^bladed\//,
    name: (theirs) =>
      theirs
        .replace(/ \[\w*(\/\w*)?\]$/, '')
        .replace(/^([\d.]+)m-(.*)$/, (_, place: string, name: string) => `${name} @ ${metres(place)} m`),
  },
  // The reader of the reference rounds every sample and every time to float32; they are computed in float64 here.
  {
    source: /^flex\//,
    path: 'flex/test.int',
    name: (theirs) => theirs.replace(/_\[.*\](#\d+)?$/, ''),
    times: 6e-8,
    samples: 6e-8,
  },
]

interface Basic {
  [name: string]: number | null
}
interface Reference {
  meta: { source: string; n_samples: number; t_first: number; t_last: number }
  channels: Record<string, { unit: string; basic: Basic; del: { rainflow_astm_unbinned?: Record<string, number> } | null }>
  cycles: Record<string, { columns: string[]; truncated: boolean; cycles: number[][] }>
}

const references = existsSync(shared)
  ? readdirSync(join(shared, 'reference'))
      .map((file) => JSON.parse(readFileSync(join(shared, 'reference', file), 'utf8')) as Reference)
      .flatMap((reference) => {
        const peer = peers.find(({ source }) => source.test(reference.meta?.source ?? ''))
        return peer ? [{ ...reference, peer }] : []
      })
  : []

const exact = ['min', 'max', 'time_of_min_s', 'time_of_max_s', 'abs_max', 'range', 'p01', 'p05', 'p95', 'p99'] as const
const referenceNames: Record<string, string> = {
  time_of_min_s: 'time_of_min',
  time_of_max_s: 'time_of_max',
  abs_max: 'absmax',
  p50: 'median',
  std: 'std_ddof0',
  std_sample: 'std_ddof1',
  skewness: 'skew_biased',
  kurtosis: 'kurt_pearson_biased',
  skewness_unbiased: 'skew_unbiased',
  kurtosis_unbiased: 'kurt_pearson_unbiased',
  integral: 'integral_trapz',
}
const engine = createEngine()
afterAll(() => engine.close())

async function rowsOf(path: string): Promise<StatisticsRow[]> {
  const rows: StatisticsRow[] = []
  const columns = ['*', 'std_sample', 'skewness_unbiased', 'kurtosis_unbiased']
  for await (const row of engine.statistics(path, { columns })) {
    if ('error' in row) throw row.error
    rows.push(row)
  }
  return rows
}

/** How far a sum may be off: 1e-11 of the spread, and what f64 leaves of the magnitude. */
function tolerance(basic: Basic, samplesOff: number, factor = 1): number {
  return factor * (1e-11 * (basic.std_ddof0 ?? 0) + (4e-16 + samplesOff) * (basic.absmax ?? 0))
}

function checkChannel(
  row: StatisticsRow,
  basic: Basic,
  loads: Record<string, number> | undefined,
  duration_s: number,
  { times: timesOff = 0, samples: samplesOff = 0 }: Peer,
): void {
  const values = row as unknown as Record<string, number | null>
  const near = (name: string, within: number) => {
    const wanted = basic[referenceNames[name] ?? name] as number | null
    if (wanted === null) return expect(values[name], name).toBeNull()
    expect(Math.abs((values[name] as number) - wanted), `${name}: ${values[name]} for ${wanted}`).toBeLessThanOrEqual(within)
  }
  for (const name of exact) {
    const wanted = (basic[referenceNames[name] ?? name] as number) + 0
    if (timesOff > 0 && name.startsWith('time_')) near(name, timesOff * Math.abs(wanted))
    else if (samplesOff > 0) near(name, 2 * samplesOff * (basic.absmax ?? 0))
    else expect(values[name], name).toEqual(wanted)
  }
  // The reference is np.median, (a + b) / 2; p50 is np.percentile's a + (b − a)/2 in two branches: one unit in the last place apart.
  near('p50', (4.5e-16 + 2 * samplesOff) * Math.abs(basic.median ?? 0))
  near('mean', tolerance(basic, samplesOff))
  near('std', tolerance(basic, samplesOff))
  near('std_sample', tolerance(basic, samplesOff))
  near('rms', tolerance(basic, samplesOff))
  near('integral', tolerance(basic, samplesOff, 40 * duration_s) + timesOff * duration_s * (basic.absmax ?? 0)) // the steps of a text's rounded times add up with an error of their own
  const shape = (1e-11 + 100 * samplesOff) * Math.max(1, ((basic.absmax ?? 0) / (basic.std_ddof0 ?? 1)) * 1e-4)
  for (const name of ['skewness', 'skewness_unbiased', 'kurtosis', 'kurtosis_unbiased'])
    near(name, shape * Math.max(1, Math.abs((basic[referenceNames[name] as string] as number) ?? 1)))
  for (const [exponent, wanted] of Object.entries(loads ?? {}))
    expect(Math.abs((values[`del_m${exponent}`] as number) - wanted), `del_m${exponent}`).toBeLessThanOrEqual(
      (1e-9 + timesOff + 20 * samplesOff) * Math.max(wanted, 1e-300),
    )
}

/** The reference's number counts the channels of a name through the file; ours is an index without time. */
function ofReference({ channels, peer }: (typeof references)[number], name: string): string {
  return peer.path ? String(Object.keys(channels).indexOf(name) - 1) : name
}

describe.skipIf(references.length === 0)('conformance with ../shared/reference (skipped where the folder is absent)', () => {
  for (const reference of references) {
    describe(reference.meta.source, () => {
      const { peer } = reference
      const path = join(shared, 'data', peer.path ?? reference.meta.source)

      it('every channel agrees', async () => {
        const rows = await rowsOf(path)
        const channels = Object.entries(reference.channels).filter(
          ([name]) => !/^Time(\||_?[ [(]|$)/.test(name) || /^Time from/.test(name),
        )
        expect(rows.map((row) => row.name)).toEqual(channels.map(([name]) => peer.name(name)))
        rows.forEach((row, i) => {
          const [name, wanted] = channels[i] as (typeof channels)[number]
          try {
            const duration_s = reference.meta.t_last - reference.meta.t_first
            checkChannel(row, wanted.basic, wanted.del?.rainflow_astm_unbinned, duration_s, peer)
          } catch (error) {
            throw new Error(`${name}: ${(error as Error).message}`)
          }
        })
      })

      it('the time axis agrees', async () => {
        const inspection = await engine.inspect(path)
        expect(inspection.sampleCount).toBe(reference.meta.n_samples)
        const { t_first, t_last } = reference.meta
        expect(Math.abs(inspection.time.start_s - t_first)).toBeLessThanOrEqual((peer.times ?? 0) * t_first)
        expect(Math.abs(inspection.time.stop_s - t_last)).toBeLessThanOrEqual((peer.times ?? 0) * t_last)
      })

      it('the cycles agree one by one', async () => {
        for (const [name, wanted] of Object.entries(reference.cycles)) {
          const { cycles } = await engine.rainflow(path, ofReference(reference, name))
          expect(wanted.truncated).toBe(false)
          expect(cycles.map((c) => [c.range, c.mean, c.count, c.start_index, c.end_index])).toEqual(wanted.cycles)
        }
      })
    })
  }
})
