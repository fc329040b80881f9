import { checkEngineOptions, type EngineOptions } from '../config/engine-options.js'
import {
  checkRainflowOptions,
  checkStatisticsOptions,
  type PeriodOptions,
  type StatisticsOptions,
} from '../config/statistics-options.js'

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
export interface SelectionFlags extends PeriodFlags {
  channels?: string[]
  del?: number[]
  percentiles?: number[]
  columns?: string[]
  fEq?: number
  linked?: string[]
}

export interface StatsFlags extends ReadingFlags, SelectionFlags {
  format: 'table' | 'json' | 'csv'
}

export interface InspectFlags extends ReadingFlags {
  format: 'table' | 'json'
}

export interface RainflowFlags extends ReadingFlags, PeriodFlags {
  channel: string
  format: 'json' | 'csv'
}

const flagOfSetting: Readonly<Record<string, string>> = {
  from_s: '--from',
  to_s: '--to',
  equivalentFrequency_hz: '--f-eq',
  readMode: '--read-mode',
  timeStep_s: '--time-step',
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
  const { channels, del, percentiles, columns, fEq, linked, from, to } = flags
  const options = { channels, del, percentiles, columns, equivalentFrequency_hz: fEq, linked, from_s: from, to_s: to }
  return checkStatisticsOptions(options, flagOf)
}

/** @errors   CONFIG_VALUE */
export function rainflowOptions(flags: RainflowFlags): PeriodOptions {
  return checkRainflowOptions({ from_s: flags.from, to_s: flags.to }, flagOf)
}
