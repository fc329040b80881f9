import type { DerivedInput } from '../config/derived.js'
import { checkEngineOptions, type EngineOptions } from '../config/engine-options.js'
import type { ExtremesOptions } from '../config/extremes-options.js'
import type { FilterOptions, SpectrumOptions } from '../config/spectrum-options.js'
import {
  checkRainflowOptions,
  checkStatisticsOptions,
  type RainflowOptions,
  type StatisticsOptions,
} from '../config/statistics-options.js'
import type { CycleMatrix, Residue } from '../contract/fatigue.js'

/** What commander makes of the options that say how files are read. */
export interface ReadingFlags {
  lanes?: number
  readMode?: EngineOptions['readMode']
  timeStep?: number
}

export interface PeriodFlags {
  from?: number
  to?: number
}

/** What is computed of which channels. */
export interface SelectionFlags extends PeriodFlags, FatigueFlags {
  channels?: string[]
  del?: number[]
  percentiles?: number[]
  columns?: string[]
  fEq?: number
  linked?: string[]
  spectrum?: SpectrumOptions
  extremes?: ExtremesOptions
  filter?: FilterOptions[]
  derive?: DerivedInput[]
}

/** What commander makes of the options of fatigue. */
export interface FatigueFlags {
  residue?: Residue | undefined
  racetrack?: number | string | undefined
  equivalentCycles?: 'T' | 'T+dt' | number | undefined
  curves?: string[] | undefined
  goodman?: { ultimate: number; mean?: number | undefined }
  rangeBins?: number
  stressPerUnit?: number
  scf?: number
  thickness?: number
  matrices?: string[]
  matrixBins?: number | undefined
}

export interface StatsFlags extends ReadingFlags, SelectionFlags {
  format: 'table' | 'json' | 'csv'
}

export interface InspectFlags extends ReadingFlags {
  format: 'table' | 'json'
}

export interface RainflowFlags extends ReadingFlags, PeriodFlags, Pick<FatigueFlags, 'residue' | 'racetrack' | 'matrixBins'> {
  matrix?: CycleMatrix
  channel: string
  format: 'json' | 'csv'
}

const flagOfSetting: Readonly<Record<string, string>> = {
  derived: '--derive',
  from_s: '--from',
  to_s: '--to',
  equivalentFrequency_hz: '--f-eq',
  readMode: '--read-mode',
  timeStep_s: '--time-step',
  'fatigue.residue': '--residue',
  'fatigue.racetrack': '--racetrack',
  'fatigue.equivalent_cycles': '--equivalent-cycles',
  'fatigue.curves': '--curves',
  'fatigue.goodman': '--goodman',
  'fatigue.bins': '--range-bins',
  'fatigue.stress_per_unit': '--stress-per-unit',
  'fatigue.scf': '--scf',
  'fatigue.thickness': '--thickness',
  'fatigue.matrices': '--matrices',
  'fatigue.matrix_bins': '--matrix-bins',
  'fatigue.thickness_exponent': 'a spec with statistics.fatigue.thickness_exponent',
}

/** The option by which the user gave a setting, so that a complaint names what he typed. */
export function flagOf(setting: string): string {
  return flagOfSetting[setting] ?? `--${setting}`
}

/** @errors   CONFIG_VALUE */
export function engineOptions(flags: ReadingFlags): EngineOptions {
  return checkEngineOptions({ lanes: flags.lanes, readMode: flags.readMode, timeStep_s: flags.timeStep }, flagOf)
}

/** @errors   CONFIG_VALUE */
export function selectionOptions(flags: SelectionFlags): StatisticsOptions {
  const { channels, del, percentiles, columns, fEq, linked, spectrum, extremes, filter, derive: derived, from, to } = flags
  const period = { from_s: from, to_s: to }
  const fatigue = fatigueOf(flags)
  const selection = {
    channels,
    del,
    percentiles,
    columns,
    equivalentFrequency_hz: fEq,
    linked,
    fatigue,
    spectrum,
    extremes,
    filter,
  }
  return checkStatisticsOptions({ ...selection, derived, ...period }, flagOf)
}

/** @errors   CONFIG_VALUE */
export function rainflowOptions(flags: RainflowFlags): RainflowOptions {
  const { from, to, residue, racetrack } = flags
  return checkRainflowOptions({ from_s: from, to_s: to, residue, racetrack }, flagOf)
}

/** The statistics that have a matrix of one channel, and little else. */
export function matrixOptions(flags: RainflowFlags, matrix: CycleMatrix): StatisticsOptions {
  const { channel, residue, racetrack, matrixBins, from, to } = flags
  const columns = { channels: [channel], columns: ['count'], del: [], percentiles: [] }
  const fatigue = fatigueOf({ residue, racetrack, matrixBins, matrices: [matrix] })
  return checkStatisticsOptions({ ...columns, from_s: from, to_s: to, fatigue }, flagOf)
}

/** What was given, by the names of the spec. */
function fatigueOf(flags: FatigueFlags): Record<string, unknown> {
  const {
    residue,
    racetrack,
    equivalentCycles,
    curves,
    goodman,
    rangeBins,
    stressPerUnit,
    scf,
    thickness,
    matrices,
    matrixBins,
  } = flags
  const all = {
    residue,
    racetrack,
    equivalent_cycles: equivalentCycles,
    curves,
    goodman,
    bins: rangeBins,
    stress_per_unit: stressPerUnit,
    scf,
    thickness,
    matrices,
    matrix_bins: matrixBins,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
