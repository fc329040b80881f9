// npm run bench [-- --quick] [--json] [--only WORD] [--build FOLDER]
// Ratios of two sides measured in turn in this run. No time is judged: a machine's mood is not a defect. Exit 1 only where something is broken.
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/steps.mjs'
import { makeFolder } from './data/room.mjs'
import { interleave } from './interleave.mjs'
import { buildNative } from './native-programs.mjs'
import { closeAll } from './program.mjs'
import { batch } from './rows/batch.mjs'
import { fits } from './rows/fits.mjs'
import { percentiles } from './rows/percentiles.mjs'
import { rainflow } from './rows/rainflow.mjs'
import { readRate } from './rows/read-rate.mjs'
import { rose } from './rows/rose.mjs'
import { spectra } from './rows/spectra.mjs'
import { text } from './rows/text.mjs'
import { asJson, printHead, printRow, printWork } from './table.mjs'

const busy = 0.5 // runnable threads a CPU
const groups = { 'read-rate': readRate, rainflow, percentiles, spectra, fits, batch, text, rose }
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: Object.keys(groups) },
    build: { type: 'string', default: join(root, 'build-cmake', 'bench') },
  },
})

const rows = []
function keep(row) {
  rows.push(row)
  if (!options.json) printRow(row)
}

async function measure(folder) {
  const bench = {
    folder,
    native: await buildNative(options.build),
    isQuick: options.quick,
    rounds: options.quick ? 3 : 7,
    compare: async ({ run, ...row }) => keep({ ...row, measured: await interleave(run) }),
    skip: (name, missing) => keep({ name, missing }),
  }
  if (!options.json) printHead()
  for (const name of options.only) await groups[name](bench)
}

async function main() {
  const unknown = options.only.find((name) => !(name in groups))
  if (unknown) throw new Error(`no rows are called '${unknown}'; there are ${Object.keys(groups).join(', ')}`)
  const { folder, remove } = makeFolder()
  process.once('SIGINT', () => {
    remove()
    process.exit(130)
  })
  const load = loadavg()[0] / availableParallelism() // before we add to it; 0 on Windows, which has none
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`
  try {
    await measure(folder)
  } finally {
    await closeAll()
    remove()
  }
  if (options.json) {
    console.log(JSON.stringify({ machine, load, isQuick: options.quick, rows: rows.map(asJson) }, undefined, 2))
    return
  }
  printWork(rows)
  console.log(`\n${machine}`)
  if (load > busy)
    console.log(
      `The CPUs were asked for ${load.toFixed(1)} times over before the start: rows with 2 lanes or processes say little.`,
    )
}

await main().catch((error) => {
  console.error(`the bench is broken: ${error.message}`)
  process.exitCode = 1
})
