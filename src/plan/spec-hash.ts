import { createHash } from 'node:crypto'
import type { ExtremesSettings } from '../contract/extremes.js'
import type { FatigueSettings, OwnCurve } from '../contract/fatigue.js'
import type { DerivedChannel, FilterSettings, NamedPeriod, SpectrumSettings } from '../contract/spec.js'

/** Counts changes of the results of one and the same spec: a new version then does not go on with an old run. */
const kResultsVersion = 1

/** What can change a result. Lanes, read mode, output folder and the files themselves cannot. */
export interface WhatIsComputed {
  readonly channels: readonly string[]
  /** By their full names: percentiles and exponents are in them. */
  readonly columns: readonly string[]
  readonly equivalentFrequency_hz: number
  readonly fatigue: FatigueSettings
  /** What the damages' names stand for. */
  readonly curves: readonly OwnCurve[]
  readonly periods: readonly NamedPeriod[]
  readonly timeStep_s: number
  /** Patterns of the linked channels; undefined: none are wanted. */
  readonly linked: readonly string[] | undefined
  readonly spectrum: SpectrumSettings
  /** Undefined: no column depends on them. */
  readonly extremes: Omit<ExtremesSettings, 'distributions'> | undefined
  readonly filters: readonly FilterSettings[]
  /** Undefined: there are none. */
  readonly derived?: readonly DerivedChannel[] | undefined
}

/** SHA-256 of what is computed, as 64 hexadecimal digits: two runs of the same hash may share parts. */
export function specHash(what: WhatIsComputed): string {
  const { channels, columns, equivalentFrequency_hz, periods, timeStep_s, ...onRequest } = what
  const periodList = periods.map(({ name, from_s, to_s }) => [name, from_s, to_s])
  const canonical = JSON.stringify([
    kResultsVersion,
    channels,
    columns,
    equivalentFrequency_hz,
    periodList,
    timeStep_s,
    onRequest,
  ])
  return createHash('sha256').update(canonical).digest('hex')
}
