import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ErrorCode } from '../../src/index.js'
import { npyHeader } from '../support/npy-file.js'
import { goodOutb, type OutbContent, outbFields, outbFile, outbOffset } from '../support/outb-file.js'
import type { TemporaryFolder } from '../support/temporary-folder.js'
import { wrongSima } from './bad-sima.js'

/** A path that cannot be computed, and what has to be said of it. */
export interface BadFile {
  path: string
  code: ErrorCode
  offsetBytes?: number
  /** What the message has to have, so that a stranger knows what is wrong. */
  says: RegExp
}

const kLargest = 2 ** 31 - 1

/** Every kind of bad input, each in a file of its own. */
export function badFiles(folder: TemporaryFolder): BadFile[] {
  return [
    ...notFiles(folder),
    ...cutOutb(folder),
    ...wrongOutb(folder),
    ...wrongNpy(folder),
    ...wrongText(folder),
    ...wrongSima(folder),
  ]
}

function notFiles(folder: TemporaryFolder): BadFile[] {
  const inside = join(folder.path, 'a-folder.outb')
  mkdirSync(inside)
  const gone = folder.write('gone.outb', outbFile())
  rmSync(gone)
  return [
    { path: inside, code: 'DISCOVER_NOT_A_FILE', says: /a folder, not a result file/ },
    { path: gone, code: 'DISCOVER_NOT_FOUND', says: /no file of that name/ },
    { path: folder.write('empty.outb', ''), code: 'FORMAT_EMPTY_FILE', offsetBytes: 0, says: /empty \(0 bytes\)/ },
    { path: folder.write('empty.npy', ''), code: 'FORMAT_EMPTY_FILE', offsetBytes: 0, says: /empty \(0 bytes\)/ },
    { path: folder.write('letter.txt', 'Dear all,\n'), code: 'FORMAT_UNKNOWN', offsetBytes: 0, says: /\.outb .*\.npy/ },
  ]
}

function wrongText(folder: TemporaryFolder): BadFile[] {
  const out = 'Run\n\nTime Power\n(s) (kW)\n0.0 1.0\n0.1 2.0\n'
  return [
    {
      path: folder.write('number.csv', 'time,load (kN)\n0,1\n1,two\n'),
      code: 'FORMAT_TEXT_NUMBER',
      offsetBytes: 21,
      says: /line 3, column 2 \('load'\): 'two'/,
    },
    {
      path: folder.write('ragged.csv', 'time,a,b\n0,1,2\n1,2\n2,3,4\n'),
      code: 'FORMAT_TEXT_COLUMNS',
      offsetBytes: 18,
      says: /line 3 has 2 fields, and there are 3 names/,
    },
    {
      path: folder.write('cut.csv', 'time,a,b\n0,1,2\n1,2'),
      code: 'FORMAT_TRUNCATED_DATA',
      offsetBytes: 18,
      says: /ends inside line 3/,
    },
    {
      path: folder.write('nul.out', `${out}0.2 \0\n`),
      code: 'FORMAT_TEXT_NUL',
      offsetBytes: 45,
      says: /NUL byte in line 7, byte 45/,
    },
    {
      path: folder.write('no-time.out', 'no table\n'),
      code: 'FORMAT_TEXT_HEADER',
      offsetBytes: 0,
      says: /no line begins with 'Time'/,
    },
    { path: folder.write('names-only.csv', 'time,a\n'), code: 'FORMAT_NO_SAMPLES', offsetBytes: 7, says: /no row of numbers/ },
    { path: folder.write('back.csv', 'time,a\n0,1\n1,2\n0.5,3\n'), code: 'FORMAT_BAD_TIME', says: /line 4 has the time 0.5 s/ },
    {
      path: folder.write('packed.csv', Buffer.from([0x1f, 0x8b, 8, 0])),
      code: 'FORMAT_UNKNOWN',
      offsetBytes: 0,
      says: /gzip.*\.gz/,
    },
    { path: folder.write('damaged.csv.gz', Buffer.from('not packed')), code: 'FORMAT_GZIP', says: /damaged/ },
  ]
}

/** Each FileID, cut where each field begins and in the middle of each. */
function cutOutb(folder: TemporaryFolder): BadFile[] {
  return [1, 2, 3, 4].flatMap((fileId) => {
    const whole = outbFile({ fileId })
    const headerEnd = outbOffset(fileId === 1 ? 'packed times' : 'data', { fileId })
    let begin = 0
    return outbFields({ fileId }).flatMap(({ name, bytes, readFrom }) => {
      const places = [begin, begin + Math.floor(bytes.length / 2)].filter((place) => place > 0)
      begin += bytes.length
      return places.map((size): BadFile => {
        const path = folder.write(`cut-${fileId}-${name.replaceAll(' ', '-')}-${size}.outb`, whole.subarray(0, size))
        if (size < headerEnd)
          return {
            path,
            code: 'FORMAT_TRUNCATED_HEADER',
            offsetBytes: readFrom,
            says: /ends inside its header: .* should lie at byte \d+, \d+ bytes? long/,
          }
        return { path, code: 'FORMAT_TRUNCATED_DATA', offsetBytes: size, says: /complete samples of 10/ }
      })
    })
  })
}

function wrongOutb(folder: TemporaryFolder): BadFile[] {
  const wrong = (name: string, change: Partial<OutbContent>, expected: Omit<BadFile, 'path'>): BadFile => ({
    path: folder.write(`${name}.outb`, outbFile(change)),
    ...expected,
  })
  const [channels, samples] = [outbOffset('channels'), outbOffset('samples')]
  const size = outbFile().length
  return [
    wrong('file-id-7', { fileId: 7 }, { code: 'FORMAT_OUTB_FILE_ID', offsetBytes: 0, says: /FileID is 7 .*1, 2, 3 or 4/ }),
    wrong(
      'channels-negative',
      { channelCount: -1 },
      { code: 'FORMAT_BAD_COUNT', offsetBytes: channels, says: /number of channels is -1/ },
    ),
    wrong(
      'channels-most',
      { channelCount: kLargest },
      { code: 'FORMAT_BAD_COUNT', offsetBytes: channels, says: /2147483647, more than/ },
    ),
    wrong(
      'channels-zero',
      { channelCount: 0 },
      { code: 'FORMAT_NO_CHANNELS', offsetBytes: channels, says: /no channel besides time/ },
    ),
    wrong(
      'samples-negative',
      { sampleCount: -5 },
      { code: 'FORMAT_BAD_COUNT', offsetBytes: samples, says: /number of samples is -5/ },
    ),
    wrong(
      'samples-most',
      { sampleCount: kLargest },
      { code: 'FORMAT_TRUNCATED_DATA', offsetBytes: size, says: /promises 2147483647 samples/ },
    ),
    wrong('samples-zero', { sampleCount: 0 }, { code: 'FORMAT_NO_SAMPLES', offsetBytes: samples, says: /no sample/ }),
    wrong(
      'scale-nan',
      { scales: [1, Number.NaN] },
      { code: 'FORMAT_BAD_SCALE', offsetBytes: outbOffset('scales') + 4, says: /scale of channel 1 'RotSpeed' is nan/ },
    ),
    wrong(
      'scale-zero',
      { scales: [0, 1] },
      { code: 'FORMAT_BAD_SCALE', offsetBytes: outbOffset('scales'), says: /scale of channel 0 'GenPwr' is 0/ },
    ),
    wrong(
      'offset-nan',
      { offsets: [1, Number.NaN] },
      { code: 'FORMAT_BAD_SCALE', offsetBytes: outbOffset('offsets') + 4, says: /offset of channel 1/ },
    ),
    wrong(
      'step-zero',
      { timeSecond: 0 },
      { code: 'FORMAT_BAD_TIME', offsetBytes: outbOffset('time step'), says: /time step is 0 .*does not rise/ },
    ),
    wrong(
      'names-negative',
      { fileId: 4, nameLength: -1, names: [], units: [] },
      { code: 'FORMAT_BAD_COUNT', offsetBytes: 2, says: /names of -1 characters/ },
    ),
    wrong(
      'times-equal',
      { fileId: 1, timeFirst: Infinity },
      { code: 'FORMAT_BAD_SCALE', offsetBytes: outbOffset('first time'), says: /scale of time is inf/ },
    ),
    wrong(
      'one-byte-short',
      { stored: goodOutb.stored.slice(1) },
      { code: 'FORMAT_TRUNCATED_DATA', offsetBytes: size - 2, says: /9 complete samples of 10/ },
    ),
  ]
}

function wrongNpy(folder: TemporaryFolder): BadFile[] {
  const wrong = (name: string, content: Buffer, expected: Omit<BadFile, 'path'>): BadFile => ({
    path: folder.write(`${name}.npy`, content),
    ...expected,
  })
  const whole = Buffer.concat([npyHeader('<f8', [10, 2]), Buffer.alloc(160)])
  const cut = [1, 6, 7, 8, 9, 10, 60, 127].map((size) => {
    const readFrom = [0, 6, 7, 8, 10].filter((begin) => begin <= size).at(-1) ?? 0
    const offsetBytes = size === 9 ? 8 : readFrom
    return wrong(`cut-${size}`, whole.subarray(0, size), {
      code: 'FORMAT_TRUNCATED_HEADER',
      offsetBytes,
      says: /ends inside its header/,
    })
  })
  const version = Buffer.from(whole)
  version[6] = 9
  return [
    ...cut,
    wrong('cut-at-the-data', whole.subarray(0, 128), {
      code: 'FORMAT_TRUNCATED_DATA',
      offsetBytes: 128,
      says: /0 complete samples of 10/,
    }),
    wrong('cut-in-the-data', whole.subarray(0, 287), {
      code: 'FORMAT_TRUNCATED_DATA',
      offsetBytes: 287,
      says: /9 complete samples of 10/,
    }),
    wrong('magic', Buffer.from('not numpy at all'), { code: 'FORMAT_NPY_MAGIC', offsetBytes: 0, says: /does not begin with/ }),
    wrong('version', version, { code: 'FORMAT_NPY_VERSION', offsetBytes: 6, says: /version is 9\.0/ }),
    wrong('type', npyHeader('<c16', [10, 2]), { code: 'FORMAT_NPY_TYPE', says: /'<c16'.*f4, f8, i2, i4 and u2/ }),
    wrong('shape', npyHeader('<f8', [10, 2, 3]), { code: 'FORMAT_NPY_SHAPE', says: /3 dimensions/ }),
    wrong('no-samples', npyHeader('<f8', [0, 2]), { code: 'FORMAT_NO_SAMPLES', says: /no samples/ }),
    wrong('2-to-the-62', npyHeader('<f8', [2 ** 62, 3].map((n) => BigInt(n)) as unknown as number[]), {
      code: 'FORMAT_TRUNCATED_DATA',
      offsetBytes: 128,
      says: /more than 2\^64/,
    }),
  ]
}
