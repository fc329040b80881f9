import type { ChannelStatus, ExtraName } from './generated/contract.js'
import type { SeedFit } from './spec.js'

// What the stages of a batch hand to each other.

/** What tells a file from what it was before. */
export interface FileState {
  readonly sizeBytes: number
  /** Time of its last change, milliseconds since 1970, with the file system's fraction. */
  readonly modified_ms: number
}

/** A file that was found, before anybody opened it. */
export interface FoundFile extends FileState {
  /** As the user would write it: relative where his input was. */
  readonly path: string
  /** Of a format of two files, the one that describes the data. */
  readonly description?: FileState & { readonly path: string }
}

/** A file of the plan. `task` counts the files from 0: the order of every table. */
export interface PlannedFile extends FoundFile {
  readonly task: number
}

/** Times of a period's first and last sample and their distance, null where that varies. */
export interface PeriodSpan {
  readonly start_s: number
  readonly stop_s: number
  readonly step_s: number | null
}

/** One named period of a file. */
export interface PeriodResult extends PeriodSpan {
  readonly name: string
  readonly sampleCount: number
}

/** Channels of a file; `index` counts them from 0 in file order. All three shape (channels). */
export interface Channels {
  readonly index: readonly number[]
  readonly name: readonly string[]
  readonly unit: readonly string[]
}

/** What a file gives that is not one number a channel: rows of a table of its own (contract.yaml, `extras`). */
export interface Extra {
  readonly name: ExtraName
  /** A column for each of these stands behind those of the contract. */
  readonly further: Channels
  /** Shape (periods × channels): how many of the rows belong to each, one after another. */
  readonly rowCounts: readonly number[]
  /** Shape (rows × columns); a column with choices holds the number of one; NaN is a value that does not exist. */
  readonly values: Float64Array
}

/** Everything that a file gives: what a part holds and tables are made of. */
export interface FileResult {
  readonly file: PlannedFile
  readonly format: string
  readonly readPath: 'mapped' | 'read' | 'decoded'
  readonly warnings: readonly string[]
  readonly periods: readonly PeriodResult[]
  /** The selected ones. */
  readonly channels: Channels
  /** Shape (periods × channels): numbers of the contract's statuses. */
  readonly status: Uint8Array
  /** Shape (periods × channels × columns); NaN is a value that does not exist. */
  readonly values: Float64Array
  /** Those that were asked for, in the contract's order. */
  readonly extras: readonly Extra[]
}

/** Where a file's result lies on disk. */
export interface PartPlace {
  /** Name of the segment below the run's `parts` folder. */
  readonly part: string
  readonly partOffset: number
  readonly partLength: number
}

/** The same, and whose it is in the plan of this session: a part that an earlier one left may know its task by another number. */
export interface TaskPlace extends PartPlace {
  readonly task: number
}

export const tableNames = ['parquet', 'csv', 'json'] as const
export type TableName = (typeof tableNames)[number]

/** A row's columns before the statistics, in every table. */
export const identityColumns = ['path', 'period', 'start_s', 'stop_s', 'index', 'name', 'unit', 'status'] as const

/** Smallest or largest value of a channel over all files, and where it is. */
export interface GoverningValue {
  readonly value: number
  readonly time_s: number | null
  readonly path: string
  /** What the linked channels, `name [unit]`, are at that sample; where they were asked for. */
  readonly linked?: { readonly channels: readonly string[]; readonly values: readonly (number | null)[] }
}

/** A channel's extremes over the batch. */
export interface GoverningExtremes {
  readonly period: string
  readonly name: string
  readonly unit: string
  readonly fileCount: number
  readonly min: GoverningValue | null
  readonly max: GoverningValue | null
  readonly statuses: readonly ChannelStatus[]
}

/** A row of a table over the files of a run: what it is of, in the order of the table's columns, then its values; NaN: does not exist. */
export interface RunTableRow {
  readonly keys: readonly (string | number)[]
  readonly values: readonly number[]
}

/** Makes a table over the files of a run, from their results in the order of the plan. */
export interface RunTableSource {
  /** Rows that a result gives by itself. */
  add(result: FileResult): readonly RunTableRow[]
  /** Rows that all of them give. */
  finish(): readonly RunTableRow[]
}

/** Which load case each file belongs to, and what part of the lifetime it stands for. */
export interface CasePlan {
  /** Names of what makes a load case. */
  readonly fields: readonly string[]
  /** In the order of their first files; `fields` has a value for each name. */
  readonly cases: readonly { readonly name: string; readonly fields: readonly string[] }[]
  /** By task: the number of its load case, -1 for none. */
  readonly ofTask: readonly number[]
  /** By task, where there are weights. */
  readonly weights: readonly number[] | undefined
  readonly lifetime_h: number
  /** How the extremes of a load case's files are fitted, where they are. */
  readonly fit: SeedFit | undefined
}

/** A column that adds up over load cases: an equivalent load, by its power, or a damage. */
export interface CaseMember {
  readonly name: string
  /** 1 for a damage. */
  readonly exponent: number
  /** It grows with the duration of what it was computed of. */
  readonly isDamage: boolean
}
