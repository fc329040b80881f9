import { InvalidArgumentError } from 'commander'
import type { ExtremesOptions } from '../config/extremes-options.js'
import { distributions } from '../contract/generated/contract.js'
import { parseNumber } from './option-values.js'

/** The short names of `--extremes`, and what each value is. */
const settings: Readonly<Record<string, { key: keyof ExtremesOptions; kind: 'number' | 'text' | 'either' }>> = {
  storm: { key: 'storm_duration', kind: 'either' },
  risk: { key: 'risk', kind: 'number' },
  confidence: { key: 'confidence', kind: 'number' },
  method: { key: 'method', kind: 'text' },
  peaks: { key: 'peaks', kind: 'text' },
  'weibull-location': { key: 'weibull_location', kind: 'text' },
  threshold: { key: 'threshold', kind: 'either' },
  'threshold-lower': { key: 'threshold_lower', kind: 'either' },
  decluster: { key: 'decluster', kind: 'either' },
  'min-peaks': { key: 'min_peaks', kind: 'number' },
}

/** `rayleigh,weibull,storm=3h,risk=0.01`: distributions, and settings by short names; given again, it adds. */
export function parseExtremes(text: string, before: ExtremesOptions = {}): ExtremesOptions {
  const options: Record<string, unknown> = { ...before }
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const distribution = distributions.find((name) => name === part)
    if (distribution) {
      options.distributions = [...new Set([...((options.distributions as string[] | undefined) ?? []), distribution])]
      continue
    }
    const [name = '', value] = part.split(/=(.*)/s)
    const setting = settings[name]
    if (!setting || value === undefined) throw new InvalidArgumentError(`'${part}' is none of ${choices()}.`)
    options[setting.key] = setting.kind === 'number' ? parseNumber(value) : setting.kind === 'text' ? value : numberOrText(value)
  }
  return options as ExtremesOptions
}

function choices(): string {
  return [...distributions, ...Object.keys(settings).map((name) => `${name}=…`)].join(', ')
}

/** `10` is a number; `10s` and `p95` are texts that the setting explains. */
function numberOrText(text: string): number | string {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
