import type { DecodedChannel, FileDescription } from '../../contract/decoded.js'
import type { ColumnReader, ColumnTarget } from '../column-reader.js'
import { FileFault } from '../decode-failure.js'
import { attributesOf, call, type Dataset, type Group, numberOf, type OpenHdf5, textOf } from './library.js'
import { elementsOf, shapeOf, storedType } from './samples.js'

const kMostDatasets = 200_000
const kAttributes = ['start', 'delta', 'yunit']
const kDeepest = 64 // links may go round in circles

/** A time history: numbers with a start and a step. */
interface Series {
  readonly path: string
  readonly unit: string
  readonly count: number
  readonly start_s: number
  readonly step_s: number
  readonly isFloat32: boolean
}

/** What stands in the file beside them. */
interface Others {
  envelopes: number
  numbers: number
}

/**
 * SIMA's results: any dataset of one dimension with the attributes `start` and `delta` is a time history, t = start + i · delta, called by its path.
 *
 * One result has one time axis: that of most series; those that have another are left out, and a warning counts them.
 */
export class SimaReader implements ColumnReader {
  readonly #file: OpenHdf5

  constructor(file: OpenHdf5) {
    this.#file = file
  }

  async describe(): Promise<FileDescription> {
    const others: Others = { envelopes: 0, numbers: 0 }
    const series = [...seriesBelow(this.#file, others)]
    if (series.length === 0)
      throw new FileFault(
        'FORMAT_HDF5',
        'the HDF5 file is no GTSDF file, and has no dataset with the attributes start and delta, as SIMA writes them: wavemill does not know it',
      )
    const kept = ofOneAxis(series)
    const [{ count, start_s, step_s }] = kept as [Series]
    if (count === 0) throw new FileFault('FORMAT_NO_SAMPLES', 'the series have no samples: the simulation did not get that far')
    if (!Number.isFinite(start_s) || !(Number.isFinite(step_s) && step_s > 0))
      throw new FileFault('FORMAT_BAD_TIME', `start is ${start_s} and delta is ${step_s}: time has to rise`)
    return {
      format: 'sima_h5',
      variant: 'series with start and delta',
      sizeBytes: this.#file.sizeBytes,
      sampleCount: count,
      time: { start_s, step_s, isAssumed: false },
      channels: kept.map(channel),
      warnings: warnings(series.length - kept.length, others),
    }
  }

  async read(targets: readonly ColumnTarget[]): Promise<void> {
    for (const { place, into } of targets) {
      const dataset = call(() => this.#file.root.get(String(place))) as Dataset
      for (const { first, values } of elementsOf(dataset)) into.set(values as ArrayLike<number>, first)
    }
  }

  close(): void {
    this.#file.close()
  }
}

function channel({ path, unit, isFloat32 }: Series): DecodedChannel {
  return { name: path, unit, type: isFloat32 ? 'float32' : 'float64', scale: 1, bias: 0, isLargestMissing: false, place: path }
}

function* seriesBelow({ root, isDataset, isGroup }: OpenHdf5, others: Others): Generator<Series> {
  let seen = 0
  const waiting: { group: Group; path: string; depth: number }[] = [{ group: root, path: '', depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { group, path, depth } = next
    const below: typeof waiting = []
    for (const name of call(() => group.keys())) {
      if (++seen > kMostDatasets)
        throw new FileFault('FORMAT_HDF5', `the file has more than ${kMostDatasets} entries: too many for one result`)
      const entity = call(() => group.get(name))
      const entityPath = path === '' ? name : `${path}/${name}`
      if (isGroup(entity) && depth < kDeepest) below.push({ group: entity, path: entityPath, depth: depth + 1 })
      if (!isDataset(entity)) continue
      const found = seriesOf(entity, entityPath, others)
      if (found) yield found
    }
    waiting.push(...below.reverse())
  }
}

function seriesOf(dataset: Dataset, path: string, others: Others): Series | undefined {
  const stored = storedType(dataset)
  if (!stored) return undefined
  const shape = shapeOf(dataset)
  const attributes = shape.length === 1 && !stored.isInteger ? attributesOf(dataset, kAttributes) : undefined
  const start_s = attributes && numberOf(attributes, 'start')
  const step_s = attributes && numberOf(attributes, 'delta')
  if (attributes && start_s !== undefined && step_s !== undefined)
    return {
      path,
      unit: textOf(attributes, 'yunit'),
      count: shape[0] ?? 0,
      start_s,
      step_s,
      isFloat32: stored.type === 'float32',
    }
  if (shape.length === 2 && shape[0] === 2) ++others.envelopes
  else ++others.numbers
  return undefined
}

/** The series whose axis most have; of two that as many have, the first. */
function ofOneAxis(series: readonly Series[]): Series[] {
  const byAxis = new Map<string, Series[]>()
  for (const one of series) {
    const axis = `${one.count} ${one.start_s} ${one.step_s}`
    const alike = byAxis.get(axis)
    if (alike) alike.push(one)
    else byAxis.set(axis, [one])
  }
  return [...byAxis.values()].reduce((most, alike) => (alike.length > most.length ? alike : most))
}

function warnings(leftOut: number, { envelopes, numbers }: Others): string[] {
  const said: string[] = []
  if (leftOut > 0) said.push(`${leftOut} series have another time axis than most, and are left out`)
  if (envelopes > 0) said.push(`${envelopes} datasets of shape (2, n) are curves along a line, not time histories: left out`)
  if (numbers > 0) said.push(`${numbers} datasets of numbers have no start and delta, and are left out`)
  return said
}
