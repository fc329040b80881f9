import type { ColumnPlace, DecodableFile, FileDescription } from '../contract/decoded.js'
import type { ErrorCode } from '../contract/generated/contract.js'

export type SampleArray = Int16Array | Int32Array | Uint16Array | Float32Array | Float64Array

/** A column and where its samples go: an element a sample. */
export interface ColumnTarget {
  readonly place: ColumnPlace
  readonly into: SampleArray
}

/**
 * An open file of a format that a library decodes. One a task: nothing is kept in a worker but the library itself.
 *
 * What its methods throw is a FileFault where the reader knows what is wrong; anything else is the library that gave up.
 */
export interface ColumnReader {
  /** Says what the file is without decoding samples. */
  describe(): Promise<FileDescription>
  /** Decodes all samples of the columns. */
  read(targets: readonly ColumnTarget[]): Promise<void>
  close(): Promise<void> | void
}

export interface ReaderOfFormat {
  /** What a file is accused of when the library gives up. */
  readonly code: ErrorCode
  /** The library, as a message calls it. */
  readonly title: string
  open(file: DecodableFile): Promise<ColumnReader>
}

const hdf5: ReaderOfFormat = {
  code: 'FORMAT_HDF5',
  title: 'HDF5',
  open: async (file) => (await import('./hdf5/open-hdf5.js')).openHdf5(file),
}

/** By the catalogue's names. The libraries load when the first file needs them. */
export const readers: Readonly<Record<string, ReaderOfFormat>> = {
  gtsdf: hdf5,
  sima_h5: hdf5,
  parquet: {
    code: 'FORMAT_PARQUET',
    title: 'Parquet',
    open: async (file) => (await import('./tables/parquet-reader.js')).openParquet(file),
  },
  arrow: {
    code: 'FORMAT_ARROW',
    title: 'Arrow',
    open: async (file) => (await import('./tables/arrow-reader.js')).openArrow(file),
  },
  mat: {
    code: 'FORMAT_MAT',
    title: 'MATLAB',
    open: async (file) => (await import('./hdf5/open-mat.js')).openMat(file),
  },
}
