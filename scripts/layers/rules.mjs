// DESIGN's rooms and who may know whom, as data. Every room may know itself. A folder that is not here is a breach: give it a row.

/** Rooms of native/ and whom each may include. */
export const nativeRooms = {
  contract: [],
  base: ['contract'],
  platform: ['base', 'contract'],
  layout: ['base', 'contract'],
  formats: ['base', 'contract', 'layout', 'platform'],
  decode: ['base', 'contract', 'platform', 'layout', 'formats'],
  fits: ['base', 'contract'],
  kernels: ['base', 'contract', 'layout', 'fits'],
  tables: ['base', 'contract'],
  expression: ['base', 'contract', 'layout', 'kernels'],
  engine: ['base', 'contract', 'platform', 'layout', 'formats', 'decode', 'kernels', 'expression'],
}

const stage = ['contract']

/** Rooms of src/ and whom each may import; `index` is src/index.ts. Stages share types through contract alone, and run composes them. */
export const sourceRooms = {
  contract: [],
  config: ['contract', 'addon'],
  addon: ['contract'],
  discover: stage,
  plan: stage,
  resources: stage,
  schedule: stage,
  extract: stage,
  decode: stage,
  compute: ['contract', 'addon'],
  parts: ['contract', 'disk'],
  collect: stage,
  cases: stage,
  write: ['contract', 'addon', 'disk', 'parts'],
  disk: stage,
  journal: ['contract', 'disk'],
  monitor: stage,
  report: stage,
  cluster: stage,
  compare: stage,
  sample: stage,
  run: [
    'contract',
    'config',
    'addon',
    'discover',
    'plan',
    'resources',
    'schedule',
    'extract',
    'decode',
    'compute',
    'collect',
    'cases',
    'write',
    'compare',
    'disk',
    'parts',
    'journal',
    'monitor',
    'report',
    'cluster',
    'sample',
  ],
  index: ['contract', 'config', 'run'],
  cli: ['contract', 'config', 'run', 'index'],
}

const operatingSystems = ['native/platform/linux/', 'native/platform/windows/']

/** Headers that only some places may include, however they are written. */
export const headers = [
  {
    pattern:
      /^(windows|winternl|winbase|ntstatus|io|process|direct|unistd|fcntl|sched|pthread|signal|dirent|dlfcn|poll|numa|numaif)\.h$|^(sys|linux|asm|mach)\/|^csignal$/i,
    only: operatingSystems,
    why: 'operating system headers stay in native/platform/<os>/',
  },
  {
    pattern: /^([a-z]mmintrin|immintrin|x86intrin|intrin|cpuid|arm_neon)\.h$/,
    only: ['native/kernels/isa/'],
    why: 'intrinsics stay in native/kernels/isa/',
  },
  {
    pattern: /^(napi|napi-inl|node_api|js_native_api|node|v8|uv)\.h$/,
    only: ['bindings/'],
    why: 'the core knows nothing of Node; only bindings/ does',
  },
]

/** Words of C++ code that only some places may use. */
export const nativeWords = [
  {
    pattern: /\b(_WIN32|_WIN64|__MINGW32__|__MINGW64__|__linux__|__unix__|__APPLE__)\b/g,
    only: operatingSystems,
    why: 'the build chooses the platform room; no switch on the operating system elsewhere',
  },
  {
    pattern: /\bstd\s*::\s*(thread|jthread|async)\b/g,
    only: ['native/engine/', 'native/platform/'],
    why: 'lanes are the only threads, and the engine owns them',
  },
  {
    pattern: /\b(throw|try|catch)\b/g,
    only: ['native/engine/lane.cpp', 'bindings/'],
    why: "native code returns Result; exceptions are caught in a lane's main and in the binding's guard",
  },
]

/** Words of TypeScript code that only some places may use. */
export const sourceWords = [
  { pattern: /\bprocess\s*\??\.\s*env\b/g, only: ['src/config/'], why: 'the environment is read in src/config' },
  {
    pattern: /\bprocess\s*\??\.\s*(exit|exitCode|argv|stdin|stdout|stderr)\b/g,
    only: ['src/cli/'],
    why: 'the process and its streams belong to src/cli',
  },
  { pattern: /\bprocess\s*\??\.?\s*\[/g, only: [], why: 'name what is taken of process, so that this check can see it' },
  { pattern: /\bconsole\s*\??\.\s*\w+/g, only: ['src/cli/'], why: 'printing belongs to src/cli' },
]

/** Modules that only some places may import. */
export const modules = [
  { pattern: /^(node:)?process$/, only: [], why: 'use the global process, so that this check can see what is taken of it' },
]

export const lineLimit = 300
