// The native half: test/bench/native/*.cpp, built with the core in Release.
import { join } from 'node:path'
import { jobs, mustRun, root } from '../../scripts/steps.mjs'
import { Program } from './program.mjs'

/** Builds them. Later calls of `start` use what is in `folder`. */
export async function buildNative(folder) {
  const options = ['-DCMAKE_BUILD_TYPE=Release', '-DWAVEMILL_BENCH=ON', '-DWAVEMILL_ADDON=OFF']
  await mustRun('cmake', ['-S', root, '-B', folder, ...options])
  await mustRun('cmake', ['--build', folder, '--config', 'Release', '--parallel', jobs])
  // numpy asks for huge pages for its arrays; glibc's malloc has to be told. Both sides' columns then lie in the same kind of memory.
  const env = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' }
  return (name, args) => new Program(join(folder, `bench_${name}`), args, env)
}
