import { loadAddon } from '../addon/load.js'
import { type FileResult, identityColumns, type PeriodResult } from '../contract/batch.js'
import { statuses } from '../contract/generated/contract.js'
import { writeWhole } from '../disk/whole-file.js'
import { PartReader } from '../parts/part-reader.js'
import { csvField } from './csv-field.js'
import type { TableRequest, WrittenTable } from './table-request.js'

/** Files whose lines are joined before they are written: small ones would cost a write each. */
const kAtOnce_bytes = 1 << 20

/** results.csv: RFC 4180, UTF-8; a line a file, period and channel. */
export async function writeCsvTable({ path, partsFolder, places, columns }: TableRequest): Promise<WrittenTable> {
  const { csvRows } = loadAddon()
  const parts = new PartReader(partsFolder)
  let rows = 0
  try {
    const bytes = await writeWhole(path, async (append) => {
      let pending: Uint8Array[] = [Buffer.from(`${[...identityColumns, ...columns].map(csvField).join(',')}\r\n`)]
      let pendingBytes = 0
      const write = async () => {
        await append(Buffer.concat(pending))
        pending = []
        pendingBytes = 0
      }
      for (const place of places) {
        const result = await parts.read(place)
        const lines = csvRows(leadsOf(result), result.values, columns.length)
        rows += result.status.length
        pending.push(lines)
        pendingBytes += lines.length
        if (pendingBytes > kAtOnce_bytes) await write()
      }
      await write()
    })
    return { rows, bytes }
  } finally {
    await parts.close()
  }
}

/** Each row up to its statistics. */
function leadsOf({ file, periods, channels, status }: FileResult): string[] {
  const path = csvField(file.path)
  const named = channels.name.map((name, c) => `${channels.index[c]},${csvField(name)},${csvField(channels.unit[c] ?? '')}`)
  return periods.flatMap((period, p) => {
    const front = `${path},${spanText(period)}`
    return named.map((channel, c) => `${front},${channel},${statuses[status[p * named.length + c] ?? 0]}`)
  })
}

function spanText({ name, start_s, stop_s }: PeriodResult): string {
  return `${csvField(name)},${start_s},${stop_s}`
}
