import pc from 'picocolors'
import { wantsColor } from '../../config/environment.js'
import type { TableLook } from './statistics-table.js'

const kWidthElsewhere = 80

/** How tables look on stdout: as wide as the terminal and coloured there, 80 wide and plain elsewhere. */
export function stdoutLook(): TableLook {
  return lookOf(process.stdout)
}

/** The same of what is said beside the results. */
export function stderrLook(): TableLook {
  return lookOf(process.stderr)
}

function lookOf(stream: NodeJS.WriteStream): TableLook {
  return { width: stream.columns || kWidthElsewhere, colors: pc.createColors(wantsColor(stream.isTTY === true)) }
}
