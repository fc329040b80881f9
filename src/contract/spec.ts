import type { TableName } from './batch.js'
import type { ExtremesSettings } from './extremes.js'
import type { FatigueSettings } from './fatigue.js'
import type { FitMethod } from './generated/contract.js'

/** A part of every record, by the name that its rows carry. Both ends belong to it, within half a step; null is the file's own. */
export interface NamedPeriod {
  readonly name: string
  readonly from_s: number | null
  readonly to_s: number | null
}

/** A line of a range graph: its channels by a pattern with the field `position`, or one by one. */
export interface LineSpec {
  readonly name: string
  readonly unit: string
  readonly channels: string | readonly { readonly channel: string; readonly position: number }[]
}

/** How files make load cases, and what part of the lifetime each is. */
export interface CasesSpec {
  /** CSV or YAML; undefined: the names of the files say everything. */
  readonly table: string | undefined
  /** A pattern with fields for the files' names, without folder and extension. */
  readonly names: string | undefined
  /** The table's column that names the file, or a text with columns in braces. */
  readonly file: string | undefined
  /** Column or field that has the weight. */
  readonly weight: string | undefined
  readonly weightsAre: 'probability' | 'hours'
  /** Columns or fields that make a load case. */
  readonly group: readonly string[] | undefined
  readonly hoursPerYear: number
  readonly designLife_years: number
  readonly missing: 'error' | 'warn'
  /** How the maxima and minima of a load case's files are fitted; undefined: not at all. */
  readonly fit: SeedFit | undefined
}

/** A distribution over the extremes of seeds. */
export interface SeedFit {
  readonly distribution: 'gumbel' | 'weibull'
  readonly method: FitMethod
  readonly risk: number
  readonly confidence: number
  readonly fewest: number
}

export const spectrumWindows = ['hann', 'hamming', 'blackman', 'blackmanharris', 'nuttall', 'flattop', 'boxcar'] as const
export type SpectrumWindow = (typeof spectrumWindows)[number]

export const detrends = ['constant', 'linear', 'none'] as const
export type Detrend = (typeof detrends)[number]

/** How spectra are estimated; null: not given, and left to the period's length or not applied. */
export interface SpectrumSettings {
  readonly segmentSamples: number | null
  readonly resolution_hz: number | null
  readonly window: SpectrumWindow
  readonly overlap: number
  readonly detrend: Detrend
  readonly transformSamples: number | null
  /** Moments and peak are of these frequencies alone. */
  readonly from_hz: number
  readonly to_hz: number | null
  /** Whether the densities themselves are wanted. */
  readonly density: boolean
}

export const filterTypes = ['lowpass', 'highpass', 'bandpass', 'bandstop'] as const
export type FilterType = (typeof filterTypes)[number]

export interface FilterSettings {
  /** Patterns; empty: all. */
  readonly channels: readonly string[]
  readonly type: FilterType
  readonly low_hz: number
  /** Of a band. */
  readonly high_hz: number | null
  readonly order: number
}

/** A channel that is computed from others, or one for each of its angles. */
export interface DerivedChannel {
  readonly name: string
  readonly expression: string
  /** To convert to; undefined: what comes of the expression. */
  readonly unit: string | undefined
  /** Empty: one channel, without an angle. */
  readonly angles_deg: readonly number[]
}

/** What a run computes, of which files and into which folder: the spec with every default filled in. */
export interface RunSpec {
  readonly input: {
    /** Files, folders and globs; relative ones are taken from the spec's folder. */
    readonly files: readonly string[]
    /** Folders are looked through to the bottom. */
    readonly recursive: boolean
  }
  readonly output: { readonly folder: string; readonly tables: readonly TableName[] }
  /** Names, globs, `name#2`, indices; empty: all. */
  readonly channels: readonly string[]
  /** They come after a file's own channels; `channels` means them too. */
  readonly derived: readonly DerivedChannel[]
  readonly statistics: {
    /** Names or globs; undefined: the default ones. */
    readonly columns: readonly string[] | undefined
    /** Undefined where columns are named and these are not: the names alone decide, a glob may mean the usual ones. */
    readonly percentiles: readonly number[] | undefined
    readonly del: readonly number[] | undefined
    readonly equivalentFrequency_hz: number
    /** Patterns of the channels whose values at each channel's extremes are wanted; empty: all; undefined: none are. */
    readonly linked: readonly string[] | undefined
    readonly fatigue: FatigueSettings
    readonly spectrum: SpectrumSettings
    readonly extremes: ExtremesSettings
  }
  /** A channel passes each that means it, in this order, before anything is computed of it. */
  readonly filters: readonly FilterSettings[]
  /** One at least. */
  readonly periods: readonly NamedPeriod[]
  /** Lines of range graphs; 'names': those whose channels tell their positions; undefined: no range graphs. */
  readonly lines: 'names' | readonly LineSpec[] | undefined
  /** Undefined: files are not load cases. */
  readonly cases: CasesSpec | undefined
  readonly reading: { readonly mode: 'auto' | 'map' | 'read'; readonly timeStep_s: number | undefined }
  /** Undefined: as many as the machine runs at once. */
  readonly lanes: number | undefined
}
