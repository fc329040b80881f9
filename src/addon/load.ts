import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { WavemillError } from '../contract/error.js'
import type { NativeAddon } from './native.js'

type LoadFromPackage = (packageRoot: string) => NativeAddon

let loaded: NativeAddon | undefined

/**
 * The native core; loaded once, at the first call.
 *
 * @errors   NATIVE_LOAD, with the loader's own error as cause
 */
export function loadAddon(): NativeAddon {
  loaded ??= load()
  return loaded
}

function load(): NativeAddon {
  const packageRoot = fileURLToPath(new URL('../..', import.meta.url))
  try {
    const loadFromPackage: LoadFromPackage = createRequire(import.meta.url)('node-gyp-build')
    return loadFromPackage(packageRoot)
  } catch (cause) {
    throw new WavemillError('NATIVE_LOAD', loadMessage(packageRoot, cause), { cause })
  }
}

function loadMessage(packageRoot: string, cause: unknown): string {
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
  const machine = `${process.platform}-${process.arch}, Node ${process.versions.node}`
  return `the native core cannot be loaded on ${machine} (${reason}); type 'npm run build' in ${packageRoot}`
}
