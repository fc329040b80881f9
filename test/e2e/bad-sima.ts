import { directAccessKey, riflexKey, riflexRecords, tdaRecords } from '../support/sima-files.js'
import type { TemporaryFolder } from '../support/temporary-folder.js'
import type { BadFile } from './bad-files.js'

/** RIFLEX and direct access files of SIMA whose data or key is damaged, missing or of another simulation. */
export function wrongSima(folder: TemporaryFolder): BadFile[] {
  return [...wrongRiflex(folder), ...wrongDirectAccess(folder)]
}

function changed(bytes: Buffer, offset: number, value: number): Buffer {
  bytes.writeInt32LE(value, offset)
  return bytes
}

function wrongRiflex(folder: TemporaryFolder): BadFile[] {
  const wrong = (name: string, data: Buffer, expected: Omit<BadFile, 'path'>, key = riflexKey): BadFile => {
    folder.write(`key_${name}.txt`, key)
    return { path: folder.write(`${name}.bin`, data), ...expected }
  }
  const other = {
    code: 'FORMAT_DESCRIPTION',
    offsetBytes: 0,
    says: /'key_rifl-other.txt' names 3 columns .*'rifl-other.bin' holds 2/,
  } as const
  const lines = riflexKey.split('\n')
  return [
    { path: folder.write('rifl-lone.bin', riflexRecords(4)), code: 'FORMAT_PARTNER', says: /'key_rifl-lone.txt'/ },
    wrong('rifl-empty', Buffer.alloc(0), { code: 'FORMAT_EMPTY_FILE', offsetBytes: 0, says: /empty/ }),
    wrong('rifl-3', riflexRecords(1).subarray(0, 3), { code: 'FORMAT_TRUNCATED_HEADER', offsetBytes: 0, says: /3 bytes/ }),
    wrong('rifl-torn', riflexRecords(4).subarray(0, 80), {
      code: 'FORMAT_TRUNCATED_DATA',
      offsetBytes: 80,
      says: /inside record 4, after 8 of its 24 bytes: 3 records are whole/,
    }),
    wrong('rifl-first', changed(riflexRecords(4), 0, 17), { code: 'FORMAT_RECORD_MARK', offsetBytes: 0, says: /takes 17 bytes/ }),
    wrong('rifl-last', changed(riflexRecords(4), 92, 0), {
      code: 'FORMAT_RECORD_MARK',
      offsetBytes: 92,
      says: /record 4 of 4 is 0/,
    }),
    wrong('rifl-zeros', changed(riflexRecords(4), 52, 0), {
      code: 'FORMAT_BAD_TIME',
      offsetBytes: 52,
      says: /sample 2 .* not later/,
    }),
    wrong('rifl-other', riflexRecords(4, 2), other),
    wrong(
      'rifl-key',
      riflexRecords(4),
      { code: 'FORMAT_DESCRIPTION', says: /'key_rifl-key.txt', line 4: 'Dear' should be a column's number/ },
      [...lines.slice(0, 3), 'Dear all', ...lines.slice(4)].join('\n'),
    ),
    wrong(
      'rifl-gap',
      riflexRecords(4),
      { code: 'FORMAT_DESCRIPTION', says: /column 5 .* follows column 3/ },
      lines.toSpliced(4, 1).join('\n'),
    ),
    wrong('rifl-no-key', riflexRecords(4), { code: 'FORMAT_DESCRIPTION', says: /ends with line 0/ }, ''),
  ]
}

function wrongDirectAccess(folder: TemporaryFolder): BadFile[] {
  const wrong = (name: string, data: Buffer, expected: Omit<BadFile, 'path'>, key = directAccessKey): BadFile => {
    folder.write(`${name}.txt`, key)
    return { path: folder.write(`${name}.tda`, data), ...expected }
  }
  return [
    { path: folder.write('simo-lone.tda', tdaRecords()), code: 'FORMAT_PARTNER', says: /'simo-lone.txt'/ },
    wrong('simo-7', tdaRecords().subarray(0, 7), {
      code: 'FORMAT_TRUNCATED_HEADER',
      offsetBytes: 4,
      says: /number of records should lie/,
    }),
    wrong('simo-cut', tdaRecords().subarray(0, 159), {
      code: 'FORMAT_TRUNCATED_DATA',
      offsetBytes: 159,
      says: /names 2 series, and 'simo-cut.tda' has 1 whole ones of 10 samples/,
    }),
    wrong('simo-count', tdaRecords(4, 2.5), { code: 'FORMAT_BAD_COUNT', offsetBytes: 0, says: /number of samples is 2\.5/ }),
    wrong('simo-none', tdaRecords(4, 0), { code: 'FORMAT_NO_SAMPLES', offsetBytes: 0, says: /no sample/ }),
    wrong(
      'simo-short',
      tdaRecords(5),
      { code: 'FORMAT_TRUNCATED_DATA', offsetBytes: 160, says: /names 3 series, and 'simo-short.tda' has 2 whole ones/ },
      `${directAccessKey}Pitch\n`,
    ),
    wrong('simo-more', Buffer.concat([tdaRecords(5), tdaRecords().subarray(80, 120)]), {
      code: 'FORMAT_DESCRIPTION',
      offsetBytes: 4,
      says: /'simo-more.txt' names 2 series.*says that it has 5/,
    }),
    wrong(
      'simo-other',
      tdaRecords(),
      { code: 'FORMAT_DESCRIPTION', offsetBytes: 0, says: /there are 20 samples/ },
      directAccessKey.replace('10', '20'),
    ),
    wrong('simo-key', tdaRecords(), { code: 'FORMAT_DESCRIPTION', says: /before the name of a series/ }, '** nothing\n'),
  ]
}
