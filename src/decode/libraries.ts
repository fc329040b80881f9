import type { ErrorCode } from '../contract/generated/contract.js'

/** What reads a format, as messages call it, and what its files are accused of when it gives up. */
export interface Library {
  readonly code: ErrorCode
  readonly title: string
}

const hdf5: Library = { code: 'FORMAT_HDF5', title: 'HDF5' }

/** By the catalogue's names of the formats that worker threads read. */
export const libraries: Readonly<Record<string, Library>> = {
  gtsdf: hdf5,
  sima_h5: hdf5,
  parquet: { code: 'FORMAT_PARQUET', title: 'Parquet' },
  arrow: { code: 'FORMAT_ARROW', title: 'Arrow' },
  mat: { code: 'FORMAT_MAT', title: 'MATLAB' },
}
