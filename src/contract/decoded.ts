/** How a sample is stored, as the core knows it. */
export type SampleType = 'int16' | 'int32' | 'uint16' | 'float32' | 'float64'

/** Where a reader finds a column again; means nothing to anybody else. */
export type ColumnPlace = string | number | readonly [string, number]

export interface DecodedChannel {
  readonly name: string
  readonly unit: string
  readonly type: SampleType
  /** x = q · scale + bias */
  readonly scale: number
  readonly bias: number
  /** The largest number of an integer type is NaN, whatever the scale. */
  readonly isLargestMissing: boolean
  readonly place: ColumnPlace
}

/** t = start_s + i · step_s, or a column of times in seconds. */
export type DecodedTime =
  | { readonly start_s: number; readonly step_s: number; readonly isAssumed: boolean; readonly place?: undefined }
  | { readonly place: ColumnPlace }

/** What a file is that a worker thread decodes. No sample has been decoded for it. */
export interface FileDescription {
  /** A name of the catalogue. */
  readonly format: string
  readonly variant: string
  readonly sizeBytes: number
  readonly sampleCount: number
  readonly time: DecodedTime
  readonly channels: readonly DecodedChannel[]
  readonly warnings: readonly string[]
}

/** A file, and its contents where they are in memory already. */
export interface DecodableFile {
  readonly path: string
  /** A name of the catalogue. */
  readonly format: string
  /** Shared between threads. */
  readonly bytes?: Uint8Array | undefined
  /** For files without a time axis. */
  readonly timeStep_s: number
}

/** A column that is to be decoded to a place in a block. */
export interface WantedColumn {
  readonly place: ColumnPlace
  readonly type: SampleType
  readonly offsetBytes: number
}

export const sampleSizes: Readonly<Record<SampleType, number>> = { int16: 2, int32: 4, uint16: 2, float32: 4, float64: 8 }
