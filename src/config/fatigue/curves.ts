import { WavemillError } from '../../contract/error.js'
import type { FatigueSettings, OwnCurve } from '../../contract/fatigue.js'
import { curves as knownCurves } from '../../contract/generated/contract.js'
import type { NameSetting } from '../check.js'
import { nearest } from '../nearest.js'

/** The curve of a name that the contract has. */
export function knownCurve(name: string): OwnCurve | undefined {
  return knownCurves.find((curve) => curve.name === name)
}

/**
 * The curves that the settings list.
 *
 * @errors   CONFIG_VALUE: a name that no curve has, or two curves of one name
 */
export function listedCurves({ curves = [] }: FatigueSettings, nameOf: NameSetting): OwnCurve[] {
  const listed = curves.map((curve) => (typeof curve === 'string' ? curveOf(curve, nameOf) : curve))
  const names = listed.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice === undefined) return listed
  throw new WavemillError('CONFIG_VALUE', `${nameOf('fatigue.curves')} has '${twice}' twice`)
}

function curveOf(name: string, nameOf: NameSetting): OwnCurve {
  const curve = knownCurve(name)
  if (curve) return curve
  const near = nearest(
    name,
    knownCurves.map((known) => known.name),
  )
  const meant = near === undefined ? '; docs/statistics.md lists them' : `; did you mean '${near}'?`
  throw new WavemillError('CONFIG_VALUE', `${nameOf('fatigue.curves')}: no curve is called '${name}'${meant}`)
}

/**
 * Refuses a thickness for a curve whose thickness exponent is not established.
 *
 * @errors   CONFIG_VALUE
 */
export function checkThickness(settings: FatigueSettings, curves: readonly OwnCurve[], nameOf: NameSetting): void {
  const all = [settings, ...Object.values(settings.channels ?? {}).map((own) => ({ ...settings, ...own }))]
  if (!all.some((own) => own.thickness !== undefined && own.thickness_exponent === undefined)) return
  const unknown = curves.find((curve) => curve.thickness_exponent === undefined)
  if (!unknown) return
  throw new WavemillError(
    'CONFIG_VALUE',
    `${nameOf('fatigue.thickness')} is given, and the curve '${unknown.name}' has no thickness exponent; give ${nameOf('fatigue.thickness_exponent')}`,
  )
}
