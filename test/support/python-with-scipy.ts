import { spawnSync } from 'node:child_process'

const kPython = '/usr/bin/python3' // the system's: another one in the PATH may have no NumPy

/** Why Python cannot be asked; undefined when it can. */
export function whyNoPython(): string | undefined {
  const { status, error } = spawnSync(kPython, ['-c', 'import numpy, scipy.stats'])
  if (error) return `${kPython} is not there`
  return status === 0 ? undefined : `${kPython} has no NumPy and SciPy`
}

/** Runs a program that reads JSON from its standard input and prints JSON. Numbers arrive as the doubles that they were. */
export function askPython(program: string, question: unknown): unknown {
  const options = { input: JSON.stringify(question), encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  const { status, stdout, stderr } = spawnSync(kPython, ['-c', program], options)
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
