#!/usr/bin/env node
// `npm run check:windows`: cross-builds the addon and looks at what the linker made: only node, the kernel and the C library imported.
import { aptInstall } from './apt.mjs'
import { buildWindowsAddon, windowsAddonPath } from './native-windows.mjs'
import { arePackagesFresh, installPackages } from './packages.mjs'
import { has, main, mustRun, StepFailure, step } from './steps.mjs'

const compiler = 'x86_64-w64-mingw32-g++-posix'
const allowedImports = /^(node\.exe|kernel32\.dll|msvcrt\.dll|ucrtbase\.dll|api-ms-win-crt-.*\.dll)$/i

async function checkAddon() {
  const headers = await mustRun('x86_64-w64-mingw32-objdump', ['-p', windowsAddonPath])
  const imports = [...headers.matchAll(/DLL Name: (\S+)/g)].map(([, name]) => name)
  const unexpected = imports.filter((name) => !allowedImports.test(name))
  if (unexpected.length > 0) throw new StepFailure(`wavemill.node would need ${unexpected.join(', ')} on the user's machine`)
  if (!imports.some((name) => /^node\.exe$/i.test(name))) throw new StepFailure('wavemill.node imports nothing from node.exe')
  if (!headers.includes('napi_register_module_v1')) throw new StepFailure('wavemill.node exports no napi_register_module_v1')
  return `imports ${imports.join(', ')}; exports napi_register_module_v1`
}

await main(async () => {
  if (!has(compiler) && !(await aptInstall(['g++-mingw-w64-x86-64-posix']))) {
    console.log('skipped: mingw-w64 is not here (sudo apt-get install -y g++-mingw-w64-x86-64-posix)')
    return
  }
  if (!arePackagesFresh()) await step('installing packages', installPackages)
  await step('cross-building for Windows x64', buildWindowsAddon)
  await step('wavemill.node', checkAddon)
})
