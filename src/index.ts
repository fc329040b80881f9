export type { EngineOptions } from './config/engine-options.js'
export type { AbortOptions, PeriodOptions, StatisticsOptions } from './config/statistics-options.js'
export { isWavemillError, WavemillError } from './contract/error.js'
export type { ChannelStatus, ColumnName, Disposition, ErrorCode, Stage } from './contract/generated/contract.js'
export { createEngine, type Engine } from './run/engine.js'
export type { Paths } from './run/paths.js'
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
