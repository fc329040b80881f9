// The Python that has the peers' packages: Debian's, since what one types as python3 is often another one without them.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Program } from './program.mjs'

const pythons = ['/usr/bin/python3', 'python3', 'python']
const debianPackage = { numpy: 'python3-numpy', numba: 'python3-numba', scipy: 'python3-scipy' }
const found = new Map()

function pythonWith(module) {
  const imports = (python) => spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0
  if (!found.has(module)) found.set(module, pythons.find(imports))
  return found.get(module)
}

/** The line that says what is missing, or nothing. */
export function missing(module) {
  return pythonWith(module) ? undefined : `no Python with ${module} here: sudo apt-get install ${debianPackage[module]}`
}

/** A peer from its start to its end, as a user who types its name waits for it: seconds. */
export function wholePeer(module, script, args) {
  const start = performance.now()
  const path = fileURLToPath(new URL(`peers/${script}`, import.meta.url))
  const { status, stderr } = spawnSync(pythonWith(module), [path, ...args], {
    input: 'run\n',
    stdio: ['pipe', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${script}: exit ${status}\n${stderr}`)
  return { seconds: (performance.now() - start) / 1000, values: [] }
}

/** A peer of peers/, started. Ask `missing` first. */
export function startPeer(module, script, args) {
  return new Program(pythonWith(module), [fileURLToPath(new URL(`peers/${script}`, import.meta.url)), ...args])
}
