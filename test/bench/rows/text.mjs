// Row 5: a text table, from its bytes to statistics, against NumPy's reader.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../../dist/index.js'
import { missing, wholePeer } from '../peer-programs.mjs'

const kColumns = 28

/** Numbers as OrcaFlex exports them: six decimals, commas. */
function writeTable(path, rows) {
  const names = Array.from({ length: kColumns }, (_, i) => `c${i}`)
  const lines = [`time,${names.join(',')}`]
  for (let row = 0; row < rows; ++row) {
    const fields = names.map((_, i) => (1000 * Math.sin(row * 0.013 * (i + 1))).toFixed(6))
    lines.push(`${(row / 10).toFixed(1)},${fields.join(',')}`)
  }
  writeFileSync(path, `${lines.join('\n')}\n`)
}

async function largest(engine, path) {
  const start = performance.now()
  const values = []
  for await (const row of engine.statistics(path, { columns: ['max'], del: [], percentiles: [] })) {
    if (row.error) throw row.error
    values.push(row.max)
  }
  return { seconds: (performance.now() - start) / 1000, values: [] }
}

export async function text({ folder, rounds, isQuick, compare, skip }) {
  const why = missing('numpy')
  if (why) return skip('a text table', why)
  const path = join(folder, 'table.csv')
  const rows = isQuick ? 10_000 : 40_000
  writeTable(path, rows)
  const megabytes = (rows * kColumns * 11) / 1e6
  for (const lanes of [1, 2]) {
    const engine = createEngine({ lanes })
    await compare({
      name: `text table, largest values, ${lanes} lane${lanes > 1 ? 's' : ''}`,
      peer: 'np.loadtxt, from start to end',
      work: `${rows} rows × ${kColumns} columns of six decimals, warm`,
      rate: (seconds) => `${(megabytes / seconds).toFixed(0)} MB/s`,
      run: { ours: () => largest(engine, path), peer: () => wholePeer('numpy', 'numpy_text.py', [path]), rounds },
    })
    await engine.close()
  }
}
