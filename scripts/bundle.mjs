// dist/'s entries with the modules they need, in a few files: Node opens every module by itself, and some two hundred small ones cost more than the shortest run takes.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps.mjs'

const dist = join(root, 'dist')
const entries = ['cli/main.js', 'index.js', 'run/tables-worker.js']

/** Loaded when they are wanted, or not JavaScript alone. */
const packages = /^(node:|piscina|hyparquet$|systeminformation|node-gyp-build|tinyglobby|csv-parse)/

/** The entries are written over in place. What they share goes into dist/chunks, as deep below the package as they are: import.meta.url keeps its meaning. */
export async function bundleEntries() {
  const { rolldown } = await import('rolldown') // not before: on a fresh clone setup installs it first
  rmSync(join(dist, 'chunks'), { recursive: true, force: true })
  const input = Object.fromEntries(entries.map((name) => [name.replace(/\.js$/, ''), join(dist, name)]))
  const build = await rolldown({ input, platform: 'node', external: packages, logLevel: 'warn' })
  const { output } = await build.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  })
  await build.close()
  writeNotices(output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])))
}

/** The licences of the packages whose code is in the bundle: they ask for it. */
function writeNotices(moduleIds) {
  const folders = new Set(
    moduleIds.map((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0]).filter(Boolean),
  )
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    if (!file || !existsSync(join(folder, file))) throw new Error(`${name} has no licence file: it cannot be bundled`)
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), `Code of these packages is part of dist/.\n\n${notices.join('\n---\n\n')}`)
}
