import type { DecodableFile } from '../../contract/decoded.js'
import type { ColumnReader } from '../column-reader.js'
import { GtsdfReader, isGtsdf } from './gtsdf-reader.js'
import { openLibrary } from './library.js'
import { SimaReader } from './sima-reader.js'

/** GTSDF and SIMA files may have either's extension: the content decides. */
export async function openHdf5(file: DecodableFile): Promise<ColumnReader> {
  const opened = await openLibrary(file)
  return isGtsdf(opened) ? new GtsdfReader(opened) : new SimaReader(opened)
}
