import { InvalidArgumentError } from 'commander'
import type { FilterOptions, SpectrumOptions } from '../config/spectrum-options.js'
import { parseNames, parseNumber } from './option-values.js'

const kSettings = {
  segment: 'segmentSamples',
  resolution: 'resolution_hz',
  window: 'window',
  overlap: 'overlap',
  detrend: 'detrend',
  transform: 'transformSamples',
  from: 'from_hz',
  to: 'to_hz',
  density: 'density',
} as const satisfies Record<string, keyof SpectrumOptions>

const kWords: readonly string[] = ['window', 'detrend']

/** `segment=4096,window=hamming,density`; what a value may be is checked with the other settings. */
export function parseSpectrum(text: string, before: SpectrumOptions = {}): SpectrumOptions {
  const given = text.split(',').map((part) => {
    const [key = '', value] = part.split('=').map((word) => word.trim())
    if (!(key in kSettings))
      throw new InvalidArgumentError(`'${key}' is not a setting; they are ${Object.keys(kSettings).join(', ')}.`)
    if ((value === undefined) !== (key === 'density'))
      throw new InvalidArgumentError(`'${part}': write ${key}=VALUE, but density alone.`)
    return [kSettings[key as keyof typeof kSettings], value === undefined ? true : kWords.includes(key) ? value : quantity(value)]
  })
  return { ...before, ...Object.fromEntries(given) }
}

/** `bandpass:0.02-0.5:4:Wave*,Fx`: type, cutoff in Hz or two, order, channels; the last two may be left out. Given again, it adds. */
export function parseFilter(text: string, before: readonly FilterOptions[] = []): FilterOptions[] {
  const [, type = '', cutoffs = '', order, channels] = /^([^:]*):([^:]*)(?::([^:]*))?(?::(.*))?$/.exec(text) ?? []
  if (cutoffs === '') throw new InvalidArgumentError(`'${text}': write TYPE:HZ, TYPE:HZ:ORDER or TYPE:HZ-HZ:ORDER:CHANNEL,….`)
  const frequencies = cutoffs.split(/(?<!e)-/).map(quantity)
  const filter = {
    type: type.trim() as FilterOptions['type'],
    cutoff_hz: (frequencies.length === 1 ? frequencies[0] : frequencies) as FilterOptions['cutoff_hz'],
    order: order === undefined || order === '' ? undefined : parseNumber(order),
    channels: channels === undefined ? undefined : parseNames(channels),
  }
  return [...before, filter]
}

/** A number of hertz may have its unit. */
function quantity(text: string): number {
  return parseNumber(text.replace(/Hz$/, ''))
}
