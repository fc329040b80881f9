import { type Command, Option } from 'commander'
import { cycleMatrices, residues } from '../contract/fatigue.js'
import type { DemoFlags } from './demo.js'
import { parseExtremes } from './extremes-flags.js'
import type { InspectFlags, RainflowFlags, StatsFlags } from './flags.js'
import {
  parseDerivation,
  parseEquivalentCycles,
  parseGate,
  parseGoodman,
  parseNames,
  parseNumber,
  parseNumbers,
} from './option-values.js'
import type { RunFlags } from './run-flags.js'
import { parseFilter, parseSpectrum } from './spectrum-flags.js'

const kResultFiles = '.outb, .out, .npy, .csv, .tsv, and each of them as .gz'

/** Takes the exit code of a command that ran. */
export type Finish = (exitCode: number) => void

// The commands themselves are imported when they run, so that --version and --help need nothing but commander.

export function addStats(root: Command, finish: Finish): void {
  const stats = root.command('stats').description('statistics of every channel').argument('<files...>', kResultFiles)
  addFatigue(addSelection(stats)).addOption(formatOption(['table', 'json', 'csv'], 'table'))
  addReading(stats).action(async (files: string[], flags: StatsFlags) => {
    const command = await import('./stats.js')
    finish(await command.stats(files, flags))
  })
}

export function addInspect(root: Command, finish: Finish): void {
  const inspect = root
    .command('inspect')
    .description('format, channels, units, time axis, layout, warnings')
    .argument('<files...>', kResultFiles)
    .addOption(formatOption(['table', 'json'], 'table'))
  addReading(inspect).action(async (files: string[], flags: InspectFlags) => {
    const command = await import('./inspect.js')
    finish(await command.inspect(files, flags))
  })
}

export function addRainflow(root: Command, finish: Finish): void {
  const rainflow = root
    .command('rainflow')
    .description('rainflow cycles of one channel: range, mean, count, start and end index')
    .argument('<file>', kResultFiles)
    .requiredOption('--channel <name>', 'its name, name#2 or index')
  addCounting(addPeriod(rainflow))
    .addOption(new Option('--matrix <kind>', 'a matrix of the cycles instead of their list').choices(cycleMatrices))
    .option('--matrix-bins <n>', 'classes to a side of the matrix (default: 64)', parseNumber)
    .addOption(formatOption(['json', 'csv'], 'json'))
  addReading(rainflow).action(async (file: string, flags: RainflowFlags) => {
    const command = await import('./rainflow.js')
    finish(await command.rainflow(file, flags))
  })
}

export function addRun(root: Command, finish: Finish): void {
  const run = root
    .command('run')
    .description('statistics of a whole batch, written as tables into a folder')
    .argument('[inputs...]', 'a spec (.yml), or files, folders and globs (default: wavemill.yml)')
    .option('--out <folder>', 'where the results go (default: wavemill-out)')
    .option('--recursive', 'look into the folders below')
    .option('--tables <names>', 'parquet, csv, json (default: parquet,csv)', parseNames)
    .option('--range-graphs', 'lines by position, where the names of their channels tell it (or as the spec says)')
    .option('--resume', 'go on with the run in the output folder: what is done is kept')
    .option('--overwrite', 'remove what an earlier run left in the output folder')
  addFatigue(addSelection(run))
  addReading(run)
  addTelling(run).action(async (inputs: string[], flags: RunFlags) => {
    const command = await import('./run.js')
    finish(await command.run(inputs, flags))
  })
}

export function addDemo(root: Command, finish: Finish): void {
  const demo = root
    .command('demo')
    .description('make a realistic sample batch and run it')
    .argument('[folder]', 'where to', 'wavemill-demo')
    .addOption(
      new Option('--size <size>', 'a moored semi-submersible, or an LNG carrier')
        .choices(['standard', 'large'])
        .default('standard'),
    )
    .option('--cases <n>', 'load cases (default: 60, large: 6)', parseNumber)
    .option('--seed <n>', 'of the first random sea', parseNumber, 1)
  addTelling(demo).action(async (folder: string, flags: DemoFlags) => {
    const command = await import('./demo.js')
    finish(await command.demo(folder, flags))
  })
}

/** What a run says while it goes. */
export function addTelling(command: Command): Command {
  return command
    .option('--json', 'events on stdout, one a line (docs/events.md)')
    .option('--quiet', 'say only what fails')
    .addOption(new Option('--progress <when>', 'draw how far it is').choices(['auto', 'always', 'never']).default('auto'))
}

function addSelection(command: Command): Command {
  return addPeriod(
    command.option('--channels <globs>', 'names, globs, name#2 or indices, comma separated (default: all)', parseNames),
  )
    .option('--del <exponents>', "Wöhler exponents, or 'none' (default: 3,4,5,10)", parseNumbers)
    .option('--percentiles <percents>', "percents, or 'none' (default: 1,5,50,95,99)", parseNumbers)
    .option('--columns <names>', 'names or globs of columns (default: all the usual ones)', parseNames)
    .option(
      '--derive <name=expression>',
      'a channel computed from others (docs/expressions.md); may be repeated',
      parseDerivation,
    )
    .option('--linked <globs>', "channels whose values at each channel's extremes are wanted; '*' for all", parseNames)
    .option(
      '--spectrum <settings>',
      'segment=N or resolution=HZ, window, overlap, detrend, transform, from, to; density',
      parseSpectrum,
    )
    .option(
      '--extremes <settings>',
      'rayleigh, weibull, gumbel, gpd; storm=3h, risk, confidence, method, peaks, threshold=mean+2std, decluster=20s, …',
      parseExtremes,
    )
    .option('--filter <filter>', 'zero-phase filter: lowpass:HZ, bandpass:HZ-HZ:ORDER:CHANNEL,…; several add up', parseFilter)
    .option('--f-eq <hz>', 'equivalent frequency of the damage-equivalent loads (default: 1)', parseNumber)
}

/** How cycles are counted, and what they are taken for. */
function addFatigue(command: Command): Command {
  return addCounting(command)
    .option('--equivalent-cycles <n>', 'N_eq: T or T+dt, times --f-eq, or a number (default: T)', parseEquivalentCycles)
    .option('--range-bins <n>', 'bins of ranges from 0 to the channel’s own (default: none)', parseNumber)
    .option(
      '--goodman <ultimate[,mean]>',
      'bring each cycle to a mean, by its ultimate load (default: no correction)',
      parseGoodman,
    )
    .option('--curves <names>', 'S-N curves, a column damage_<name> each (docs/statistics.md)', parseNames)
    .option('--stress-per-unit <mpa>', 'stress for one unit of the channel (default: 1)', parseNumber)
    .option('--scf <factor>', 'stress concentration factor (default: 1)', parseNumber)
    .option('--thickness <mm>', 'for the thickness effect of the curves (default: none)', parseNumber)
    .option('--matrices <names>', `tables of cycles: ${cycleMatrices.join(', ')} (default: none)`, parseNames)
    .option('--matrix-bins <n>', 'classes to a side of a matrix (default: 64)', parseNumber)
}

function addCounting(command: Command): Command {
  return command
    .addOption(
      new Option('--residue <how>', 'what no cycle closes counts as half cycles, ends in a repetition, or not').choices(residues),
    )
    .option('--racetrack <gate>', 'drop reversals smaller than this, in the channel’s unit or as 5% of its range', parseGate)
}

function addPeriod(command: Command): Command {
  return command
    .option('--from <s>', 'first time of the period, itself included', parseNumber)
    .option('--to <s>', 'last time of the period, itself included', parseNumber)
}

function addReading(command: Command): Command {
  return command
    .option('--lanes <n>', 'threads that compute (default: as many as the machine runs at once)', parseNumber)
    .addOption(new Option('--read-mode <mode>', 'map files, read them, or what suits each').choices(['auto', 'map', 'read']))
    .option('--time-step <s>', 'time step of files without a time axis, as .npy (default: 1)', parseNumber)
}

function formatOption(formats: string[], byDefault: string): Option {
  return new Option('--format <format>', 'of the output').choices(formats).default(byDefault)
}
