// clang-format and clang-tidy of the version that this project is written for: others lay out and complain differently.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { aptInstall } from './apt.mjs'
import { root } from './steps.mjs'

const major = 14

function find(tool) {
  return [`${tool}-${major}`, tool].find((name) => {
    const { stdout } = spawnSync(name, ['--version'], { encoding: 'utf8' })
    return new RegExp(`version ${major}\\.`).test(stdout ?? '')
  })
}

/** The program's name, installed if need be; nothing where it cannot be had. */
export async function ensureClangTool(tool) {
  const found = find(tool)
  if (found) return found
  await aptInstall([`${tool}-${major}`]).catch(() => false) // a newer Debian has no such package
  return find(tool)
}

/** The C++ files under folders that a person wrote. */
export function cppFiles(...folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => /\.(cpp|h)$/.test(name) && !name.includes('generated'))
      .sort()
      .map((name) => join(folder, name)),
  )
}
