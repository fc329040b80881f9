import type { ColumnPlace, DecodableFile, FileDescription } from '../contract/decoded.js'

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

type OpenReader = (file: DecodableFile) => Promise<ColumnReader>

const openHdf5: OpenReader = async (file) => (await import('./hdf5/open-hdf5.js')).openHdf5(file)

/** By the catalogue's names. The libraries load when the first file needs them. */
export const openReader: Readonly<Record<string, OpenReader>> = {
  gtsdf: openHdf5,
  sima_h5: openHdf5,
  parquet: async (file) => (await import('./tables/parquet-reader.js')).openParquet(file),
  arrow: async (file) => (await import('./tables/arrow-reader.js')).openArrow(file),
  mat: async (file) => (await import('./hdf5/open-mat.js')).openMat(file),
}
