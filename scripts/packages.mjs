// Whether node_modules is what package-lock.json says: compared by content, so that a fresh checkout's times do not matter.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun, root } from './steps.mjs'

const packagesOf = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages

export function arePackagesFresh() {
  try {
    const wanted = packagesOf('package-lock.json')
    const present = packagesOf('node_modules/.package-lock.json')
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || present[path]?.version === entry.version || (entry.optional && !present[path]),
    )
  } catch {
    return false
  }
}

export async function installPackages() {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath // set by npm itself; on Windows `npm` alone is no program
  await (npm ? mustRun(process.execPath, [npm, ...args]) : mustRun('npm', args))
}
