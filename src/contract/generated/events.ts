// Generated from src/contract/contract.yaml by `npm run contract`. Do not edit: change the YAML and type that.
import type { ErrorCode } from './contract.js'

/** A session of the run begins. Lines before it belong to earlier sessions. */
export interface RunStarted {
  readonly event: 'run_started'
  /** ISO 8601, UTC. */
  readonly time: string
  readonly version: string
  readonly specHash: string
  readonly columns: readonly string[]
  readonly periods: readonly string[]
  readonly files: number
  readonly bytes: number
  readonly kept: number
  readonly lanes: number
  readonly isa: string
  readonly host: string
  readonly pid: number
}

/** A file was given to the lanes. */
export interface FileStarted {
  readonly event: 'file_started'
  /** ISO 8601, UTC. */
  readonly time: string
  readonly task: number
  readonly path: string
  readonly bytes: number
}

/** A file is computed and its part is on disk. `part`, `partOffset` and `partLength` say where; `description…` is of the second file of a format that has two. */
export interface FileDone {
  readonly event: 'file_done'
  /** ISO 8601, UTC. */
  readonly time: string
  readonly task: number
  readonly path: string
  readonly bytes: number
  readonly modified_ms: number
  readonly seconds: number
  readonly rows: number
  readonly warnings: readonly string[]
  readonly part: string
  readonly partOffset: number
  readonly partLength: number
  readonly descriptionBytes?: number | undefined
  readonly descriptionModified_ms?: number | undefined
}

/** A file is lost; the others go on. `offsetBytes` is the place in the file where there is one. */
export interface FileFailed {
  readonly event: 'file_failed'
  /** ISO 8601, UTC. */
  readonly time: string
  readonly task: number
  readonly path: string
  readonly bytes: number
  readonly modified_ms: number
  readonly seconds: number
  readonly code: ErrorCode
  readonly message: string
  readonly offsetBytes?: number | undefined
}

/** How far the run is. `left_from_s` and `left_to_s` bracket the time that is left; `loopDelay_ms` is the longest that the main thread was held up since the event before. */
export interface Progress {
  readonly event: 'progress'
  /** ISO 8601, UTC. */
  readonly time: string
  readonly done: number
  readonly failed: number
  readonly files: number
  readonly doneBytes: number
  readonly bytes: number
  readonly bytesPerSecond: number
  readonly left_from_s?: number | undefined
  readonly left_to_s?: number | undefined
  readonly rssBytes: number
  readonly cpuUse: number
  readonly loopDelay_ms: number
}

/** A table of the results is complete under its name. */
export interface TableWritten {
  readonly event: 'table_written'
  /** ISO 8601, UTC. */
  readonly time: string
  readonly table: string
  readonly path: string
  readonly rows: number
  readonly bytes: number
  readonly seconds: number
}

/** The session was stopped before its end. What is done is kept for `--resume`. */
export interface RunInterrupted {
  readonly event: 'run_interrupted'
  /** ISO 8601, UTC. */
  readonly time: string
  readonly done: number
  readonly failed: number
  readonly left: number
  readonly reason: string
}

/** Every file is done or failed, and the tables are written. */
export interface RunFinished {
  readonly event: 'run_finished'
  /** ISO 8601, UTC. */
  readonly time: string
  readonly done: number
  readonly failed: number
  readonly files: number
  readonly rows: number
  readonly seconds: number
}

/** What happened: kept with a checksum, on disk before anybody is told. */
export type JournalEvent = RunStarted | FileDone | FileFailed | TableWritten | RunInterrupted | RunFinished

/** How it looked: a run is understood and resumed without it. */
export type TelemetryEvent = FileStarted | Progress

export type RunEvent = JournalEvent | TelemetryEvent
