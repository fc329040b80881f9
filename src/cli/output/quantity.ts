const kUnits = ['B', 'kB', 'MB', 'GB', 'TB']

/** 4_813_000 → `4.8 MB`: decimal units, two digits at least. */
export function bytesText(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < kUnits.length - 1) {
    value /= 1000
    ++unit
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(value >= 9.95 ? 0 : 1)} ${kUnits[unit]}`
}

/** 0.42 → `0.42 s`, 75 → `1 min 15 s`, 7500 → `2 h 5 min`. */
export function durationText(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(seconds < 0.995 ? 2 : 1)} s`
  if (seconds < 59.5) return `${Math.round(seconds)} s`
  const minutes = Math.floor(Math.round(seconds) / 60)
  if (minutes < 60) return `${minutes} min ${Math.round(seconds) % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** The bracket of a time that is left: `2 – 5 s`, `1 – 2 min`, and one figure where both ends read alike. */
export function bracketText(from_s: number, to_s: number): string {
  const { unit, seconds } =
    to_s < 100 ? { unit: 's', seconds: 1 } : to_s < 6000 ? { unit: 'min', seconds: 60 } : { unit: 'h', seconds: 3600 }
  const digits = unit === 'h' ? 1 : 0
  const from = (from_s / seconds).toFixed(digits)
  const to = (to_s / seconds).toFixed(digits)
  return from === to ? `${to} ${unit}` : `${from} – ${to} ${unit}`
}
