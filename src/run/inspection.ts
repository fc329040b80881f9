import type { NativeChannelLayout, NativeInspection } from '../addon/native.js'
import type { ChannelLayout, Inspection } from './rows.js'
import { nullable, timeSpan } from './statistics-rows.js'

export function inspection(path: string, native: NativeInspection): Inspection {
  const { format, variant, descriptionPath, sizeBytes, sampleCount, readPath, warnings } = native
  const time = { ...timeSpan(native.time), isAssumed: native.isTimeAssumed }
  return {
    path,
    format,
    variant,
    description: descriptionPath === '' ? null : descriptionPath,
    sizeBytes,
    sampleCount,
    time,
    readPath,
    channels: native.channels.map(channelLayout),
    warnings,
  }
}

function channelLayout(native: NativeChannelLayout, index: number): ChannelLayout {
  const { name, unit, description, type, byteOrder, offsetBytes, strideBytes, scaling } = native
  const scale = nullable(native.scale)
  const bias = nullable(native.bias)
  return {
    index,
    name,
    unit,
    description,
    type,
    byteOrder,
    offsetBytes,
    strideBytes,
    scaling,
    scale,
    bias,
    resolution: resolution(native),
  }
}

function resolution({ type, scaling, scale }: NativeChannelLayout): number | null {
  if (type === 'float32' || type === 'float64') return null
  if (scaling === 'x = q') return 1
  return nullable(Math.abs(scaling === 'x = q * scale + bias' ? scale : 1 / scale))
}
