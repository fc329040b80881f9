import type { SeaState } from './jonswap.js'
import { fairleadTension_kN, riserBending_kNm, riserTopTension_kN } from './lines.js'
import type { SampleChannel, SampleRecord } from './outb-writer.js'
import { irregularSea, respond } from './sea.js'
import { vesselMotion } from './vessel.js'

const kSea: SeaState = { significantHeight_m: 6, peakPeriod_s: 12, peakedness: 2.5 }
const kDuration_s = 600
const kStep_s = 0.1
const kSeed = 20240601
const kWaterDepth_m = 320
const kRiserDepths_m = [10, 25, 60, 120]

/** Ten minutes of a moored semi-submersible with a riser in a storm: 12 channels of 6001 samples, the same on every machine. */
export function sampleRecord(): SampleRecord {
  const sampleCount = Math.round(kDuration_s / kStep_s) + 1
  const times_s = Float64Array.from({ length: sampleCount }, (_, i) => i * kStep_s)
  return {
    description: `wavemill sample: JONSWAP sea, Hs ${kSea.significantHeight_m} m, Tp ${kSea.peakPeriod_s} s, seed ${kSeed}`,
    start_s: 0,
    step_s: kStep_s,
    channels: sampleChannels(times_s),
  }
}

function sampleChannels(times_s: Float64Array): SampleChannel[] {
  const sea = irregularSea(kSea, kDuration_s, kSeed)
  const motion = vesselMotion(sea, times_s, kStep_s)
  const bending = kRiserDepths_m.map((depth_m, i) => ({
    name: `RiserMom${i + 1}`,
    unit: '(kN-m)',
    samples: riserBending_kNm(sea, times_s, motion, depth_m),
  }))
  return [
    { name: 'Wave1Elev', unit: '(m)', samples: respond(sea, times_s) },
    { name: 'PtfmSurge', unit: '(m)', samples: motion.surge_m },
    { name: 'PtfmHeave', unit: '(m)', samples: motion.heave_m },
    { name: 'PtfmPitch', unit: '(deg)', samples: motion.pitch_deg },
    { name: 'FairTen1', unit: '(kN)', samples: fairleadTension_kN(motion, 1) },
    { name: 'FairTen2', unit: '(kN)', samples: fairleadTension_kN(motion, -1) },
    { name: 'RiserTen', unit: '(kN)', samples: riserTopTension_kN(motion) },
    ...bending,
    { name: 'WtrDpth', unit: '(m)', samples: new Float64Array(times_s.length).fill(kWaterDepth_m) },
  ]
}
