import { WavemillError } from '../contract/error.js'

type Variables = Readonly<Record<string, string | undefined>>

export interface EngineEnvironment {
  /** WAVEMILL_ISA: the instruction set to compute with; 'auto' when not set. Whether there is such a one, the core knows. */
  isa: string
  /** WAVEMILL_FAULT_GUARD=off: no SIGBUS handler; a file that shrinks while it is mapped then ends the process. */
  guardsFaults: boolean
}

/**
 * What the environment says of the engine.
 *
 * @errors   CONFIG_VALUE
 */
export function readEngineEnvironment(variables: Variables = process.env): EngineEnvironment {
  const guard = variables.WAVEMILL_FAULT_GUARD || 'on'
  if (guard !== 'on' && guard !== 'off') {
    throw new WavemillError('CONFIG_VALUE', `WAVEMILL_FAULT_GUARD is '${guard}'; it takes on or off`)
  }
  return { isa: variables.WAVEMILL_ISA || 'auto', guardsFaults: guard === 'on' }
}

/**
 * Whether to colour: NO_COLOR (no-color.org) wins over FORCE_COLOR, FORCE_COLOR over what the stream is.
 *
 * @param isTerminal   of the stream that is written to
 */
export function wantsColor(isTerminal: boolean, variables: Variables = process.env): boolean {
  if (variables.NO_COLOR) return false
  const forced = variables.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return isTerminal && variables.TERM !== 'dumb'
}
