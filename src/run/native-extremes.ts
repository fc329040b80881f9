import type { NativeExtremeOptions } from '../addon/native-extremes.js'
import type { ExtremesSettings } from '../contract/extremes.js'
import { columns, fitMethods } from '../contract/generated/contract.js'

/** What the core takes. */
export function nativeExtremes(settings: ExtremesSettings): NativeExtremeOptions {
  return {
    stormDuration_s: settings.stormDuration_s,
    risk: settings.risk,
    confidence: settings.confidence,
    method: fitMethods.indexOf(settings.method),
    takesPeaksOverThreshold: settings.peaks === 'threshold',
    isWeibullLocationFree: settings.weibullLocation === 'free',
    upper: settings.threshold,
    lower: settings.thresholdLower,
    decluster_s: settings.decluster_s,
    fewestPeaks: settings.minPeaks,
  }
}

const extremesColumns = new Set<string>(columns.filter(({ kernel }) => kernel === 'extremes').map(({ name }) => name))

/** The settings that can change a result of these columns: none where no column is theirs. */
export function effectiveExtremes(
  settings: ExtremesSettings,
  names: readonly string[],
): Omit<ExtremesSettings, 'distributions'> | undefined {
  if (!names.some((name) => extremesColumns.has(name))) return undefined
  const { distributions: _columnsSayIt, ...effective } = settings
  return effective
}
