import { type Command, Option } from 'commander'
import type { Finish } from './commands.js'
import type { CompareFlags } from './compare.js'
import { parseNumber } from './option-values.js'

export function addInit(root: Command, finish: Finish): void {
  root
    .command('init')
    .description('write a commented spec')
    .argument('[file]', 'its name', 'wavemill.yml')
    .option('--force', 'write over a file of that name')
    .action(async (file: string, flags: { force?: boolean }) => {
      const command = await import('./init.js')
      finish(await command.init(file, flags))
    })
}

export function addConfig(root: Command, finish: Finish): void {
  root
    .command('config')
    .description('look at a spec')
    .command('print')
    .description('the resolved spec, every default filled in')
    .argument('<spec>', 'a .yml file')
    .action(async (file: string) => {
      const command = await import('./config-print.js')
      finish(await command.configPrint(file))
    })
}

export function addCompare(root: Command, finish: Finish): void {
  root
    .command('compare')
    .description('compare two result tables cell by cell; exit 1 on a difference')
    .argument('<a>', "a run's folder, a .parquet or a .csv file")
    .argument('<b>', 'another one')
    .option('--rtol <r>', 'tolerance relative to the larger value (default: 0)', parseNumber)
    .option('--atol <a>', 'tolerance in the unit of the column (default: 0)', parseNumber)
    .addOption(new Option('--format <format>', 'of the output').choices(['table', 'json']).default('table'))
    .action(async (a: string, b: string, flags: CompareFlags) => {
      const command = await import('./compare.js')
      finish(await command.compare(a, b, flags))
    })
}
