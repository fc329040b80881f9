// Row 4: a batch of OpenFAST files, from header to results, against NumPy in two processes.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../scripts/steps.mjs'
import { makeRows, writeOutb } from '../data/outb.mjs'
import { missing, startPeer, wholePeer } from '../peer-programs.mjs'
import { within } from '../same.mjs'

const channelCount = 200
const sampleCount = 12_001
const cli = join(root, 'dist', 'cli', 'main.js')
const moments = [
  'min',
  'max',
  'mean',
  'std',
  'skewness',
  'kurtosis',
  'time_of_min_s',
  'time_of_max_s',
  'count',
  'nonfinite_count',
]

/** What a user waits for: `wavemill run` from its start to its end, both tables on disk. */
function wholeRun(files, out, options) {
  const args = [cli, 'run', ...files, '--lanes', '2', '--out', out, '--overwrite', '--quiet', ...options]
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0) throw new Error(`wavemill run: exit ${status}\n${stderr}`)
  return { seconds: (performance.now() - start) / 1000, values: [] }
}

function writeBatch(folder, fileCount) {
  const rows = makeRows(sampleCount, channelCount)
  return Array.from({ length: fileCount }, (_, i) => {
    const path = join(folder, `batch-${i}.outb`)
    writeOutb(path, rows, channelCount, i * 97)
    return path
  })
}

const contents = [
  { what: 'moments', name: 'moments' },
  { what: 'percentiles', name: '+ five percentiles' },
  { what: 'loads', name: '+ six loads' },
]

const wholeContents = [
  { name: 'moments', options: ['--columns', moments.join(',')] },
  { name: 'everything', options: ['--del', '3,4,5,6,8,10'], target: 2.5 },
]

export async function batch({ folder, native, rounds, isQuick, compare, skip }) {
  const why = missing('numpy')
  if (why) return skip('a batch of .outb files', why)
  const files = writeBatch(folder, isQuick ? 12 : 60)
  const program = native('engine', files)
  const numpy = startPeer('numpy', 'numpy_moments.py', files)
  const common = {
    peer: 'NumPy, moments alone, 2 processes',
    work: `${files.length} files × ${channelCount} channels × ${sampleCount} int16 samples by rows, warm; moments alike to 1e-9`,
    rate: (seconds) => `${seconds.toFixed(3)} s`,
  }
  const againstNumpy = (ours, check) => ({ ours, peer: () => numpy.ask('run'), rounds, check })
  for (const { what, name } of contents) {
    for (const lanes of [1, 2]) {
      const run = againstNumpy(() => program.ask(`${what} ${lanes}`), within(1e-9, 1))
      await compare({ ...common, name: `.outb batch, ${name}, ${lanes} lane${lanes > 1 ? 's' : ''}`, run })
    }
  }
  if (!existsSync(cli)) skip('.outb batch, whole process', 'not built: npm run build')
  else
    for (const { name, options, target } of wholeContents)
      await compare({
        ...common,
        peer: 'NumPy, moments alone, 2 processes, from start to end',
        name: `.outb batch, ${name}, wavemill run`,
        target,
        run: {
          ours: () => wholeRun(files, join(folder, 'out'), options),
          peer: () => wholePeer('numpy', 'numpy_moments.py', files),
          rounds,
        },
      })
  await program.close()
  await numpy.close()
}
