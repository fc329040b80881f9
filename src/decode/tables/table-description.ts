import type { ColumnPlace, DecodedChannel, FileDescription, SampleType } from '../../contract/decoded.js'
import { FileFault } from '../decode-failure.js'
import { assumedTime, assumedWarnings, leftOutWarnings, type TableColumn, type TimeColumn, timeColumn } from './time-column.js'

export interface NumberColumn extends TableColumn {
  readonly place: ColumnPlace
  readonly type: SampleType
}

/** A table as its schema describes it. */
export interface TableSchema {
  readonly format: string
  readonly title: string
  readonly variant: string
  readonly sizeBytes: number
  readonly rowCount: number
  readonly numbers: readonly NumberColumn[]
  /** Names of the others. */
  readonly others: readonly string[]
  readonly timeStep_s: number
}

/** What a table's column of times is, when a reader comes to it. */
export function timeOf(numbers: readonly NumberColumn[]): (TimeColumn & { readonly place: ColumnPlace }) | undefined {
  const time = timeColumn(numbers)
  const column = time && numbers[time.index]
  return time && column && { ...time, place: column.place }
}

/** @errors   FORMAT_NO_CHANNELS, FORMAT_NO_SAMPLES */
export function describeTable({
  format,
  title,
  variant,
  sizeBytes,
  rowCount,
  numbers,
  others,
  timeStep_s,
}: TableSchema): FileDescription {
  const time = timeOf(numbers)
  const isChannel = (column: NumberColumn, i: number) => i !== time?.index && column.tick_s === undefined
  const channels = numbers.filter(isChannel)
  if (channels.length === 0)
    throw new FileFault('FORMAT_NO_CHANNELS', `the ${title} table has no column of numbers${time ? ' beside time' : ''}`)
  if (rowCount === 0) throw new FileFault('FORMAT_NO_SAMPLES', `the ${title} table has no rows`)
  const leftOut = [
    ...others,
    ...numbers.filter((column, i) => i !== time?.index && !isChannel(column, i)).map(({ name }) => name),
  ]
  return {
    format,
    variant,
    sizeBytes,
    sampleCount: rowCount,
    time: time ? { place: time.place } : assumedTime(timeStep_s),
    channels: channels.map(channel),
    warnings: [
      ...(time ? [] : assumedWarnings(`no column of the ${title} table is called time`, timeStep_s)),
      ...leftOutWarnings(leftOut),
    ],
  }
}

function channel({ name, unit, type, place }: NumberColumn): DecodedChannel {
  return { name, unit, type, scale: 1, bias: 0, isLargestMissing: false, place }
}
