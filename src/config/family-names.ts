import { type FamilyName, families, type NumberedFamily } from '../contract/generated/contract.js'

/** The family of a name, which the contract has. */
export function numberedFamily(name: FamilyName): NumberedFamily {
  const family = families.find((candidate) => candidate.name === name)
  if (family?.members !== 'numbers') throw new Error(`the contract has no numbered family ${name}`)
  return family
}

export interface FamilyMember {
  family: NumberedFamily
  parameter: number
}

/** The column's name: 5 → p05, 99.9 → p99_9; 3.5 → del_m3_5. */
export function memberName({ family, parameter }: FamilyMember): string {
  const [whole = '', fraction] = String(parameter).split('.')
  return family.prefix + whole.padStart(family.digits, '0') + (fraction === undefined ? '' : `_${fraction}`)
}

/** The member that a name means, whatever zeros it has; undefined when it is no family's, or out of the family's bounds. */
export function parseMemberName(name: string): FamilyMember | undefined {
  for (const family of families) {
    if (family.members !== 'numbers') continue
    const digits = name.startsWith(family.prefix) ? /^(\d+)(?:_(\d+))?$/.exec(name.slice(family.prefix.length)) : null
    if (!digits) continue
    const parameter = Number(`${digits[1]}.${digits[2] ?? '0'}`)
    if (isInBounds(family, parameter)) return { family, parameter }
  }
  return undefined
}

/** In the family's bounds, and written without an exponent, which a name has no room for. */
export function isInBounds(family: NumberedFamily, parameter: number): boolean {
  return parameter >= family.from && parameter <= family.to && !String(parameter).includes('e')
}
