// Installing Debian packages where that is allowed and needs no password.
import { spawnSync } from 'node:child_process'
import { has, mustRun, step } from './steps.mjs'

let isUpdated = false

/** The command that gets root's rights without asking, or nothing. */
function rootPrefix() {
  if (process.platform !== 'linux' || !has('apt-get')) return undefined
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined
}

/** Installs packages; false where that is not allowed. A failing apt-get is an exception with its output. */
export async function aptInstall(packages) {
  const prefix = rootPrefix()
  if (!prefix) return false
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return mustRun(command, rest)
  }
  await step(`installing ${packages.join(' ')}`, async () => {
    if (!isUpdated) await apt('update', '-qq')
    isUpdated = true
    await apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  })
  return true
}
