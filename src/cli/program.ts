import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { addDemo, addInspect, addRainflow, addRun, addStats, type Finish } from './commands.js'
import { kDone, kUsage } from './exit-codes.js'
import { reportError } from './report-error.js'
import { addCompare, addConfig, addInit } from './spec-commands.js'

/**
 * Does what a command line says.
 *
 * @param argv   as process.argv: Node and the script come first
 * @returns      the exit code; the process is left to end by itself, so that what is written arrives
 */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  // A closed stderr is no reason to die: nobody is left to tell.
  process.stderr.on('error', () => undefined)
  let exitCode = kDone
  try {
    await program((code) => {
      exitCode = code
    }).parseAsync(argv)
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? kDone : kUsage
    return reportError(error)
  }
}

function program(finish: Finish): Command {
  const root = new Command('wavemill')
    .description('Statistics of time-domain simulation results: extremes, percentiles, rainflow, damage-equivalent loads.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print what it takes')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'USAGE_OPTION ')) })
    .addHelpText('after', exitCodesHelp)
  addDemo(root, finish)
  addRun(root, finish)
  addStats(root, finish)
  addInspect(root, finish)
  addRainflow(root, finish)
  addCompare(root, finish)
  addInit(root, finish)
  addConfig(root, finish)
  return root
}

function packageVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return manifest.version
}

const exitCodesHelp = `
Exit codes: 0 all done, 1 some files failed, 2 usage or configuration, 3 native core or threads not to be had, 130 interrupted.
Environment: WAVEMILL_ISA, WAVEMILL_FAULT_GUARD=off, NO_COLOR, FORCE_COLOR.`
