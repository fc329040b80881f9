import type { createEngine, EngineOptions } from '../../src/index.js'

type Engine = ReturnType<typeof createEngine>

/** The library as it is installed: worker threads run what was built. */
export async function builtEngine(options: EngineOptions = {}): Promise<Engine> {
  const library = new URL('../../dist/index.js', import.meta.url).href
  const built: { createEngine: typeof createEngine } = await import(library)
  return built.createEngine(options)
}

/** A module of the built library by its path below dist/. */
export async function builtModule<Module>(path: string): Promise<Module> {
  return import(new URL(`../../dist/${path}`, import.meta.url).href)
}
