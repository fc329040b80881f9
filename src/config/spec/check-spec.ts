import { WavemillError } from '../../contract/error.js'
import type { RunSpec } from '../../contract/spec.js'
import { checkedSpec } from './faults.js'

/**
 * The spec that an object means: the same keys as in YAML.
 *
 * @errors   CONFIG_VALUE: names everything that is wrong, a line each
 */
export function checkSpec(input: unknown): RunSpec {
  const checked = checkedSpec(input)
  if (!checked.faults) return checked.spec
  throw new WavemillError('CONFIG_VALUE', checked.faults.map(({ message }) => message).join('\n'))
}
