// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the planted sources hold template literals
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const checkout = resolve(import.meta.dirname, '../..')

function check(root: string) {
  const { status, stderr } = spawnSync(process.execPath, [join(checkout, 'scripts/layers.mjs'), '--root', root], {
    encoding: 'utf8',
  })
  const lines = stderr.trimEnd().split('\n')
  return { status, breaches: lines.filter((line) => !line.startsWith('layers: ')), stderr }
}

let root = ''
function plant(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wavemill-layers-'))
  plant('native/base/result.h', '#pragma once\n#include <string>\n#include "contract/generated/contract.h"\n')
  plant('native/contract/generated/contract.h', `#pragma once\n${'// generated\n'.repeat(400)}`)
  plant('native/kernels/moments.h', '#pragma once\n#include "layout/view.h"\n')
  plant('native/layout/view.h', '#pragma once\n')
  plant('bindings/addon.cpp', '#include <napi.h>\n#include "kernels/moments.h"\nvoid f() { try { g(); } catch (...) {} }\n')
  plant('src/contract/error.ts', "import { errors } from './generated/contract.js'\n")
  plant(
    'src/run/engine.ts',
    "import { readFile } from 'node:fs'\nimport type { A } from '../compute/a.js'\nexport { B } from '../contract/error.js'\n",
  )
  plant('src/cli/main.ts', "import { run } from '../index.js'\nconsole.log(process.argv)\n")
  plant('src/config/environment.ts', 'export const isa = process.env.WAVEMILL_ISA\n')
  plant('src/index.ts', "export * from './run/engine.js'\n")
})
afterEach(() => rmSync(root, { recursive: true }))

describe('the layer check', () => {
  it('finds nothing in this checkout', () => {
    expect(check(checkout)).toMatchObject({ status: 0, breaches: [''] })
  })

  it('finds nothing in a tree that keeps the rules', () => {
    expect(check(root)).toMatchObject({ status: 0, breaches: [''] })
  })

  it('fails where there is nothing to look at', () => {
    expect(check(join(root, 'nowhere'))).toMatchObject({ status: 1, stderr: expect.stringContaining('nothing to look at') })
  })

  it.each([
    [
      'native/formats/a.cpp',
      '\n#include "kernels/moments.h"\n',
      ':2: includes "kernels/moments.h": formats may know base, contract, layout, platform',
    ],
    ['native/contract/a.h', '#include "base/result.h"\n', ':1: includes "base/result.h": contract may know nothing'],
    ['native/kernels/a.cpp', '#include "platform/file.h"\n', ':1: includes "platform/file.h": no such file under native/'],
    ['native/kernels/b.cpp', '#include "moments.h"\n', ':1: includes "moments.h": no such file under native/'],
    ['native/attic/a.h', '\n', ':1: lies in "attic": give it a row in scripts/layers/rules.mjs'],
    ['native/a.h', '\n', ':1: lies in no room: give it a row in scripts/layers/rules.mjs'],
    [
      'native/engine/a.cpp',
      '/* #include <napi.h>\n */\n#  include <napi.h>\n',
      ':3: includes napi.h: the core knows nothing of Node',
    ],
    ['native/engine/b.cpp', '#include "node_api.h"\n', ':1: includes node_api.h: the core knows nothing of Node'],
    ['native/platform/file.cpp', '#include <sys/mman.h>\n', ':1: includes sys/mman.h: operating system headers stay in'],
    ['bindings/a.cpp', '#include <Windows.h>\n', ':1: includes Windows.h: operating system headers stay in'],
    ['native/kernels/a.cpp', '#include <immintrin.h>\n', ':1: includes immintrin.h: intrinsics stay in native/kernels/isa/'],
    ['native/platform/a.cpp', '#if defined(_WIN32)\n#endif\n', ':1: uses _WIN32: the build chooses the platform room'],
    ['native/kernels/a.cpp', "int n = 1'000; std::thread t; // it's\n", ':1: uses std::thread: lanes are the only threads'],
    ['native/formats/a.cpp', 'void f() {\n  throw 1;\n}\n', ':2: uses throw: native code returns Result'],
    ['native/layout/a.cpp', 'int x;\n'.repeat(301), ':301: has 301 lines: none over 300'],
    ['src/plan/a.ts', "import type { B } from '../schedule/b.js'\n", ':1: imports "../schedule/b.js": plan may know contract'],
    ['src/contract/a.ts', "\nexport * from '../run/engine.js'\n", ':2: imports "../run/engine.js": contract may know nothing'],
    [
      'src/run/a.ts',
      "const m = await import('../cli/main.js')\n",
      ':1: imports "../cli/main.js": run may know contract, config, addon',
    ],
    [
      'src/compute/a.ts',
      "import {\n  B,\n} from '../decode/b.js'\n",
      ':3: imports "../decode/b.js": compute may know contract, addon',
    ],
    ['src/index.ts', "import '../scripts/a.mjs'\n", ':1: imports "../scripts/a.mjs": it lies outside src/'],
    ['src/common/a.ts', '\n', ':1: lies in "common": give it a row'],
    ['src/plan/a.ts', 'const home = process.env.HOME\n', ':1: uses process.env: the environment is read in src/config'],
    ['src/plan/a.ts', "const home = process['env'].HOME\n", ':1: uses process[: name what is taken of process'],
    ['src/config/a.ts', "import { env } from 'node:process'\n", ':1: imports node:process: use the global process'],
    ['src/run/a.ts', 'process\n  .exit(1)\n', ':1: uses process.exit: the process and its streams belong to src/cli'],
    ['src/index.ts', 'console.warn(1)\n', ':1: uses console.warn: printing belongs to src/cli'],
    ['src/run/a.ts', 'const s = `a ${[1].map((i) => { console.log(`${i}`) })} b`\n', ':1: uses console.log'],
    ['src/plan/a.ts', 'x()\n'.repeat(301), ':301: has 301 lines'],
  ])('finds a breach planted in %s: %s', (path, text, expected) => {
    plant(path, text)
    const { status, breaches } = check(root)
    expect(breaches).toHaveLength(1)
    expect(breaches[0]).toContain(path + expected)
    expect(status).toBe(1)
  })

  it.each([
    ['native/platform/linux/file.cpp', '#include <sys/mman.h>\n#ifdef __linux__\n#endif\n'],
    ['native/platform/windows/file.cpp', '#include <windows.h>\n'],
    ['native/kernels/isa/avx2.cpp', '#include <immintrin.h>\n#include "kernels/moments.h"\n'],
    ['native/engine/lane.cpp', 'void f() { std::thread t; try { g(); } catch (...) {} }\n'],
    [
      'native/formats/a.cpp',
      '// #include "engine/engine.h", throw\n/* std::thread\n#include <napi.h> */\nauto s = "throw _WIN32"; auto r = R"x(catch " throw)x";\n',
    ],
    ['native/formats/b.cpp', "char c = '\"'; int n = 1'000'000; char d = '\\''; // throw\nint rethrow_count = 0;\n"],
    ['native/layout/a.cpp', 'int x;\n'.repeat(300)],
    [
      'src/plan/a.ts',
      "// console.log(process.env)\n/* import '../run/a.js' */\nconst s = \"taken from '../run/a.js'\"\nconst t = `console.log ${1} process.exit`\n",
    ],
    [
      'src/plan/b.ts',
      "const quote = /[/'\"`]/g\nconst half = 4 / 2 // console.log\nconst r = s.replace(/\\/\\*/, '')\nexport const of = { processes: 1 }\n",
    ],
    [
      'src/plan/c.ts',
      'const s = `${{ a: `}` }.a}` // process.exit\nconst subprocess = { env: 1 }\nexport const e = subprocess.env\n',
    ],
  ])('raises no false alarm in %s: %s', (path, text) => {
    plant(path, text)
    expect(check(root)).toMatchObject({ status: 0, breaches: [''] })
  })

  it('reports every breach of a file in order', () => {
    plant('src/plan/a.ts', "console.log(1)\nprocess.exit(2)\nimport '../run/engine.js'\n")
    expect(check(root).breaches.map((line) => line.split(':')[1])).toEqual(['1', '2', '3'])
  })
})
