import { z } from 'zod'

const kSecondsOf = { ms: 0.001, s: 1, min: 60, h: 3600 } as const
const kDuration = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(ms|s|min|h)$/
const kFrequency = /^((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*Hz$/

/** A time: `10s`, `1.5min`, `2h`, `250ms`, or a number of seconds. */
export function duration(description: string) {
  return z
    .union([z.number(), z.string().regex(kDuration)])
    .describe(`${description}: a number of seconds, or 10s, 1.5min, 2h, 250ms`)
}

/** A frequency: `0.1Hz`, or a number of hertz. */
export function frequency(description: string) {
  return z.union([z.number().positive(), z.string().regex(kFrequency)]).describe(`${description}: a number of hertz, or 0.1Hz`)
}

/** @param value   what `duration` lets through */
export function secondsOf(value: number | string): number {
  if (typeof value === 'number') return value
  const [, number = '', unit = 's'] = kDuration.exec(value) ?? []
  return scaled(Number(number), kSecondsOf[unit as keyof typeof kSecondsOf])
}

/** @param value   what `frequency` lets through */
export function hertzOf(value: number | string): number {
  return typeof value === 'number' ? value : Number(kFrequency.exec(value)?.[1])
}

/** 250 ms are 0.25 s, and not a bit beside it. */
function scaled(number: number, seconds: number): number {
  return seconds < 1 ? number / Math.round(1 / seconds) : number * seconds
}
