export interface SeaState {
  significantHeight_m: number
  peakPeriod_s: number
  /** γ: how much higher than Pierson-Moskowitz's the peak is. */
  peakedness: number
}

/**
 * The shape of the JONSWAP spectrum; its height is left to the caller, who knows what the sum of his components must be.
 *
 * @param omega_rad_s   angular frequency, above 0
 * @returns             spectral density in arbitrary units
 * @reference           DNV-RP-C205 (2019), 3.5.5.2, without the factor A_γ·Hs²·ωp⁴
 */
export function jonswapShape(omega_rad_s: number, sea: SeaState): number {
  const peak_rad_s = (2 * Math.PI) / sea.peakPeriod_s
  const width = omega_rad_s <= peak_rad_s ? 0.07 : 0.09
  const distance = (omega_rad_s - peak_rad_s) / (width * peak_rad_s)
  const piersonMoskowitz = omega_rad_s ** -5 * Math.exp(-1.25 * (omega_rad_s / peak_rad_s) ** -4)
  return piersonMoskowitz * sea.peakedness ** Math.exp(-0.5 * distance ** 2)
}
