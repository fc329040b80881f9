#!/usr/bin/env node
// `npm run check:isa`: the kernels' object files may share no inline function with the rest. The linker keeps one copy of each, and one that was
// compiled for AVX-512 would end a program on a CPU without it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setup } from './setup.mjs'
import { main, mustRun, root, StepFailure } from './steps.mjs'

const objectOf = (isa) => join(root, `build-cmake/addon/CMakeFiles/wavemill_isa_${isa}.dir/native/kernels/isa/kernels_isa.cpp.o`)

/** Symbols that other object files may define too: nm's W, V (weak) and u (unique), outside the instruction set's own namespace. */
async function sharedSymbols(isa) {
  const table = await mustRun('nm', ['-C', '--defined-only', objectOf(isa)])
  return table.split('\n').filter((line) => /^\S+ [WVu] /.test(line) && !line.includes(`::isa::${isa}::`))
}

await main(async () => {
  await setup()
  const isas = ['avx2', 'avx512'].filter((isa) => existsSync(objectOf(isa)))
  if (isas.length === 0) {
    console.log('skipped: this build has the scalar kernels alone')
    return
  }
  for (const isa of isas) {
    const shared = await sharedSymbols(isa)
    if (shared.length > 0)
      throw new StepFailure(`the ${isa} kernels define functions that others share`, `${shared.join('\n')}\n`)
  }
  console.log(`instruction sets ${isas.join(', ')}: no shared inline function`)
})
