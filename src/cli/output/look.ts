import pc from 'picocolors'
import { wantsColor } from '../../config/environment.js'
import type { TableLook } from './statistics-table.js'

const kWidthElsewhere = 80

/** How tables look on stdout: as wide as the terminal and coloured there, 80 wide and plain elsewhere. */
export function stdoutLook(): TableLook {
  const isTerminal = process.stdout.isTTY === true
  return { width: process.stdout.columns || kWidthElsewhere, colors: pc.createColors(wantsColor(isTerminal)) }
}
