/** The command that goes on with a run: as it was typed, with `--resume` and without `--overwrite`. */
export function commandAgain(args: readonly string[]): string {
  const kept = args.filter((arg) => arg !== '--overwrite' && arg !== '--resume')
  return ['wavemill', ...kept.slice(0, 1), '--resume', ...kept.slice(1)].map(quoted).join(' ')
}

function quoted(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`
}
