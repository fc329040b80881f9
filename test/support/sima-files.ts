// Small result files of SIMA: RIFLEX records and a direct access file, with their keys.

/** Three columns behind time. */
export const riflexKey = [
  "'  column   wind     contents     unit      contents",
  '1 - FORTRAN - FORTRAN specific data - IGNORE',
  '2 - Time s Time',
  '3 WT01 RotorSpeed deg/s Rotor speed',
  '4 WT01 GenTorq kNm Generator torque',
  '5 WT02 RotorSpeed deg/s Rotor speed',
  '6 - FORTRAN - FORTRAN specific data - IGNORE',
  '',
].join('\n')

/** Records of time i/2 and channels 10·i, 10·i + 1, … */
export function riflexRecords(count: number, channels = 3): Buffer {
  const size = 4 * (1 + channels)
  const bytes = Buffer.alloc(count * (size + 8))
  for (let i = 0; i < count; ++i) {
    const at = i * (size + 8)
    bytes.writeInt32LE(size, at)
    bytes.writeFloatLE(i / 2, at + 4)
    for (let channel = 0; channel < channels; ++channel) bytes.writeFloatLE(10 * i + channel, at + 8 + 4 * channel)
    bytes.writeInt32LE(size, at + 4 + size)
  }
  return bytes
}

export const directAccessKey = '** Number of samples : 10\nInfo_arr\nTime_arr\nSurge\nRoll\n'

/** A .tda of ten samples: time i/2, then Surge 100 + i and Roll 200 + i; its records may be counted wrongly. */
export function tdaRecords(recordCount = 4, sampleCount = 10): Buffer {
  const numbers = [sampleCount, recordCount, 0.5, 0, 0, 0, 0, 0, 0, 0]
  for (const [first, step] of [
    [0, 0.5],
    [100, 1],
    [200, 1],
  ] as const)
    for (let i = 0; i < 10; ++i) numbers.push(first + step * i)
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [i, number] of numbers.entries()) bytes.writeFloatLE(number, 4 * i)
  return bytes
}
