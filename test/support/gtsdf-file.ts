import { readFileSync } from 'node:fs'
import { File, type Group, ready } from 'h5wasm/node'

export interface GtsdfBlock {
  /** Shape (observations, channels), row after row. */
  data: Uint16Array | Int32Array | Float32Array | Float64Array
  gains?: Float64Array
  offsets?: Float64Array
  time?: Float64Array
  attributes?: Readonly<Record<string, number>>
}

export interface GtsdfFile {
  channels: number
  blocks: readonly GtsdfBlock[]
  names?: readonly string[]
  units?: readonly string[]
}

/** Writes a GTSDF file as DTU's tools do, but for what the caller leaves out. */
export async function writeGtsdf(path: string, { channels, blocks, names, units }: GtsdfFile): Promise<Buffer> {
  await ready
  const file = new File(path, 'w')
  file.create_attribute('type', 'General time series data format')
  file.create_attribute('no_blocks', blocks.length, null, '<i')
  file.create_attribute('no_attributes', channels, null, '<i')
  if (names) file.create_dataset({ name: 'attribute_names', data: [...names] })
  if (units) file.create_dataset({ name: 'attribute_units', data: [...units] })
  for (const [i, block] of blocks.entries()) writeBlock(file.create_group(`block${String(i).padStart(4, '0')}`), block, channels)
  file.flush()
  file.close()
  return readFileSync(path)
}

function writeBlock(group: Group, { data, gains, offsets, time, attributes = {} }: GtsdfBlock, channels: number): void {
  group.create_dataset({ name: 'data', data, shape: [data.length / channels, channels] })
  if (gains) group.create_dataset({ name: 'gains', data: gains })
  if (offsets) group.create_dataset({ name: 'offsets', data: offsets })
  if (time) group.create_dataset({ name: 'time', data: time })
  for (const [name, value] of Object.entries(attributes)) group.create_attribute(name, value, null, '<d')
}
