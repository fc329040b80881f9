export type { EngineOptions } from './config/engine-options.js'
export type { SpecInput } from './config/spec/schema.js'
export type { FilterOptions, SpectrumOptions } from './config/spectrum-options.js'
export type { AbortOptions, PeriodOptions, StatisticsOptions } from './config/statistics-options.js'
export type { GoverningExtremes, GoverningValue } from './contract/batch.js'
export { isWavemillError, WavemillError } from './contract/error.js'
export type { ExtremeFit, FitOptions } from './contract/extremes.js'
export type {
  ChannelStatus,
  ColumnName,
  Disposition,
  Distribution,
  ErrorCode,
  FitMethod,
  IntervalMethod,
  Stage,
} from './contract/generated/contract.js'
export type { JournalEvent, RunEvent, TelemetryEvent } from './contract/generated/events.js'
export { type CompareOptions, type Comparison, compareTables } from './run/compare.js'
export { createEngine, type Engine } from './run/engine.js'
export { fitExtremes } from './run/fit-extremes.js'
export type { Paths } from './run/paths.js'
export { type ByteExcerpt, type Recognised, recognise } from './run/recognise.js'
export type {
  ChannelLayout,
  Cycle,
  FailedRow,
  FileSummary,
  Inspection,
  Rainflow,
  StatisticsColumns,
  StatisticsRow,
  TimeSpan,
} from './run/rows.js'
export { run } from './run/run.js'
export type { RunOptions } from './run/run-options.js'
export type { LostFile, RunSummary, SlowFile, TableSummary, WarnedFile } from './run/run-summary.js'
