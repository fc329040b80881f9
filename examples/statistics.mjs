// The statistics of result files: node examples/statistics.mjs FILE…
import { createEngine } from 'wavemill'

const engine = createEngine()
for await (const row of engine.statistics(process.argv.slice(2), { channels: ['*'], del: [4], percentiles: [99] })) {
  if (row.error) console.error(`${row.path}: ${row.error.code} ${row.error.message}`)
  else console.log(row.path, row.name, row.unit, 'max', row.max, 'at', row.time_of_max_s, 's, DEL (m = 4)', row.del_m4)
}
await engine.close()
