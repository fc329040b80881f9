// A decoder of HAWC2, Bladed and FLEX files for the tests: written from the formats' descriptions, sharing nothing with the core, and slow.

import type { DecodedFile } from './own-decoder.js'

/** Reads a text file of the folder in which the data lies. */
export type ReadBeside = (name: string) => string

const read = {
  int16: (view: DataView, at: number) => view.getInt16(2 * at, true),
  'R*4': (view: DataView, at: number) => view.getFloat32(4 * at, true),
  'R*8': (view: DataView, at: number) => view.getFloat64(8 * at, true),
  'I*4': (view: DataView, at: number) => view.getInt32(4 * at, true),
}

function table(
  rows: number,
  start_s: number,
  step_s: number,
  names: string[],
  sample: (i: number, j: number) => number,
): DecodedFile {
  return {
    times_s: Float64Array.from({ length: rows }, (_, i) => start_s + i * step_s),
    channels: names.map((name, j) => ({ name, samples: Float64Array.from({ length: rows }, (_, i) => sample(i, j)) })),
  }
}

const numbersOf = (bytes: Buffer) => bytes.toString('latin1').trim().split(/\s+/).map(Number)

/** Time is the first channel, and is left out. */
export function decodeHawc2(name: string, bytes: Buffer, beside: ReadBeside): DecodedFile {
  const lines = beside(name.replace(/dat$/, 'sel')).split(/\r?\n/)
  const [rows = 0, width = 0, duration_s = 0] = (lines[8] ?? '').trim().split(/\s+/).map(Number)
  const names = lines.slice(12, 12 + width).map((line) => line.slice(12, 43).trim())
  const scales = lines.slice(14 + width, 14 + 2 * width).map(Number)
  const step_s = duration_s / rows
  if (/ASCII/.test(lines[8] ?? '')) {
    const numbers = numbersOf(bytes)
    return table(rows, step_s, step_s, names.slice(1), (i, j) => numbers[i * width + j + 1] ?? Number.NaN)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return table(
    rows,
    step_s,
    step_s,
    names.slice(1),
    (i, j) => read.int16(view, (j + 1) * rows + i) * (scales[j + 1] ?? Number.NaN),
  )
}

/** Names in quotes; places as numbers. */
export function decodeBladed(name: string, bytes: Buffer, beside: ReadBeside): DecodedFile {
  const header = beside(name.replace('$', '%'))
  const line = (key: string) => new RegExp(`^${key}\\s+(.*?)\\s*$`, 'm').exec(header)?.[1] ?? ''
  const sizes = line('DIMENS').split(/\s+/).map(Number)
  const variables = [...line('VARIAB').matchAll(/'([^']*)'/g)].map(([, variable = '']) => variable.trim())
  const places =
    sizes.length === 3
      ? line('AXIVAL')
          .split(/\s+/)
          .map((place) => ` @ ${Math.round(1e5 * Number(place)) / 1e5} m`)
      : ['']
  const names = places.flatMap((place) => variables.map((variable) => variable + place))
  const rows = sizes.at(-1) ?? 0
  const numbers = line('ACCESS') === 'S' ? numbersOf(bytes) : undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const stored = read[line('FORMAT') as 'R*4']
  return table(rows, Number(line('MIN')), Number(line('STEP')), names, (i, j) => {
    const at = i * names.length + j
    return numbers ? (numbers[at] ?? Number.NaN) : stored(view, at)
  })
}

/** Names are the seventh word of a line of the file `sensor`. */
export function decodeFlex(bytes: Buffer, beside: ReadBeside): DecodedFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const width = view.getInt32(76, true)
  const version = view.getInt32(84 + 4 * width, true)
  const [start_s, step_s] = [view.getFloat32(88 + 4 * width, true), view.getFloat32(92 + 4 * width, true)]
  const scales = Array.from({ length: width }, (_, j) => view.getFloat32(96 + 4 * (width + j), true))
  const data = new DataView(bytes.buffer, bytes.byteOffset + 96 + 8 * width)
  const rows = Math.floor((bytes.length - 96 - 8 * width) / (2 * width))
  const names = beside('sensor')
    .split(/\r?\n/)
    .slice(2, 2 + width)
  return table(
    rows,
    start_s,
    step_s,
    names.map((line) => line.trim().split(/\s+/)[6] ?? ''),
    (i, j) => read.int16(data, version === 3 ? j * rows + i : i * width + j) * (scales[j] ?? Number.NaN),
  )
}
