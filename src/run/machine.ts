import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, hostname, platform, release, totalmem } from 'node:os'

let version: string | undefined

export function packageVersion(): string {
  version ??= (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
  return version
}

export function host(): string {
  return hostname()
}

export function processId(): number {
  return process.pid
}

/** What a manifest says of the machine. */
export function machineFacts() {
  const [first] = cpus()
  return {
    host: hostname(),
    os: `${platform()} ${release()}`,
    cpu: first?.model ?? '',
    cpus: availableParallelism(),
    memoryBytes: totalmem(),
    node: process.versions.node,
  }
}
