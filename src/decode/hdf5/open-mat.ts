import type { DecodableFile } from '../../contract/decoded.js'
import type { ColumnReader } from '../column-reader.js'
import { FileFault } from '../decode-failure.js'
import { openBytes } from '../file-bytes.js'
import { openLibrary } from './library.js'
import { MatReader } from './mat-reader.js'

/** MATLAB 7.3 is HDF5; older versions have a format of their own, and no kept library reads it (docs/adr/0003-decoded-formats.md). */
export async function openMat(file: DecodableFile): Promise<ColumnReader> {
  const bytes = await openBytes(file)
  const head = Buffer.from(await bytes.read(0, Math.min(116, bytes.sizeBytes))).toString('latin1')
  await bytes.close()
  if (head.startsWith('MATLAB 5.0'))
    throw new FileFault(
      'FORMAT_MAT',
      "the MATLAB file is of version 5 to 7 (byte 0), which is not read: in MATLAB, load it and save(name, '-v7.3'), or writetable to .csv or .parquet; in Python, scipy.io.loadmat and numpy.save",
    )
  return new MatReader(await openLibrary(file), file.timeStep_s)
}
