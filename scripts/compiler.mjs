// What the native core needs from the machine: a C++20 compiler, CMake and a make program.
import { spawnSync } from 'node:child_process'
import { aptInstall } from './apt.mjs'
import { has, StepFailure } from './steps.mjs'

const probe =
  '#include <charconv>\n#include <span>\nstatic_assert(__cplusplus >= 202002L);\ndouble x; auto r = std::from_chars("1", "1", x);\n'

function compilesCpp20(compiler) {
  const { status } = spawnSync(compiler, ['-std=c++20', '-fsyntax-only', '-x', 'c++', '-'], {
    input: probe,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  return status === 0
}

function hasCmake() {
  const { stdout } = spawnSync('cmake', ['--version'], { encoding: 'utf8' })
  const [, major, minor] = /version (\d+)\.(\d+)/.exec(stdout ?? '') ?? []
  return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 20)
}

function missingPackages() {
  if (process.platform === 'win32') return hasCmake() ? [] : ['cmake'] // cmake-js finds Visual Studio itself
  const compilers = [process.env.CXX, 'c++', 'g++', 'clang++'].filter(Boolean)
  return [
    ...(compilers.some(compilesCpp20) ? [] : ['g++']),
    ...(hasCmake() ? [] : ['cmake']),
    ...(has('make') || has('ninja') ? [] : ['make']),
  ]
}

function whatToType(missing) {
  if (process.platform === 'darwin') return 'xcode-select --install; brew install cmake'
  if (process.platform === 'win32') return 'winget install Kitware.CMake Microsoft.VisualStudio.2022.BuildTools'
  return has('apt-get')
    ? `sudo apt-get install -y ${missing.join(' ')}`
    : `install ${missing.join(', ')} with your package manager`
}

/** Makes sure that the native core can be built here; installs what is missing where that is allowed. */
export async function ensureCompiler() {
  const missing = missingPackages()
  if (missing.length === 0) return
  if (await aptInstall(missing)) {
    if (missingPackages().length === 0) return
    throw new StepFailure('the installed compiler or CMake is too old: wavemill needs C++20 (GCC 11, clang 14) and CMake 3.20')
  }
  throw new StepFailure(`wavemill's core needs a C++20 compiler and CMake 3.20; type: ${whatToType(missing)}`)
}
