import type { CurveDefinition, ExtraName } from './generated/contract.js'

/** What becomes of the reversals that no cycle closes. */
export const residues = ['half', 'repeat', 'discard'] as const
export type Residue = (typeof residues)[number]

export const binValues = ['middle', 'upper'] as const
export type BinValue = (typeof binValues)[number]

export const cycleMatrices = ['range_mean', 'from_to'] as const satisfies readonly ExtraName[]
export type CycleMatrix = (typeof cycleMatrices)[number]

/** An S-N curve of the user's own. */
export interface OwnCurve extends CurveDefinition {
  /** mm; 25 when left out. */
  readonly reference_thickness?: number | undefined
}

/** What depends on what a channel is: loads are in its unit. Left out: as the settings around it say. */
export interface ChannelFatigue {
  /** MPa for one unit of the channel. */
  readonly stress_per_unit?: number | undefined
  /** Stress concentration factor. */
  readonly scf?: number | undefined
  /** mm. */
  readonly thickness?: number | undefined
  /** In the place of the curves' own. */
  readonly thickness_exponent?: number | undefined
  readonly goodman?: { readonly ultimate: number; readonly mean?: number | undefined } | undefined
  /** Gate of the racetrack filter: in the channel's unit, or a part of its range as `5%`. */
  readonly racetrack?: number | string | undefined
  /** Number of bins from 0 to the channel's range, or the width of one. */
  readonly bins?: number | { readonly width: number } | undefined
}

/** How cycles are counted, and what is made of them: what the spec has under `statistics.fatigue`. */
export interface FatigueSettings extends ChannelFatigue {
  readonly residue?: Residue | undefined
  /** N_eq over f_eq: the duration, with a step more, or N_eq itself as a number. */
  readonly equivalent_cycles?: 'T' | 'T+dt' | number | undefined
  readonly bin_value?: BinValue | undefined
  /** Names of the contract's curves, or own ones. */
  readonly curves?: readonly (string | OwnCurve)[] | undefined
  /** Matrices of cycles, as tables of their own. */
  readonly matrices?: readonly CycleMatrix[] | undefined
  /** Classes to a side of them; 64 when left out. */
  readonly matrix_bins?: number | undefined
  /** Names or globs of channels with settings of their own; the last that matches counts. */
  readonly channels?: Readonly<Record<string, ChannelFatigue>> | undefined
}
