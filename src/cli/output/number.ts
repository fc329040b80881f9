const kDigits = 6

/** A number for reading: whole ones in full, others by 6 significant digits; an exponent where zeros would hide them; `-` for null. */
export function significant(value: number | null | undefined): string {
  if (value === null || value === undefined) return '-'
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return String(value)
  const rounded = Number(value.toPrecision(kDigits))
  const magnitude = Math.abs(rounded)
  return magnitude < 1e-4 || magnitude >= 1e6 ? rounded.toExponential() : String(rounded)
}

/** 1234567 → 1,234,567. */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
