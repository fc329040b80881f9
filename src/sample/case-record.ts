import { hullMotion, lngCarrier, type Motion, semiSubmersible, storageBarge } from './hull.js'
import { caseName, type LoadCase } from './load-case.js'
import { fenderForce_kN, hullMoment_kNm, lineTension_kN, type MooringLine, riserMoment_kNm, riserTension_kN } from './moorings.js'
import type { SampleChannel, SampleRecord } from './outb-writer.js'
import { irregularSea, respond, type WaveComponent } from './sea.js'

const kStep_s = 0.1
const kDuration_s = { standard: 600, large: 10_800 }
const kRiserDepths_m = [5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 120, 150, 180, 210, 240, 270]
const kHullStations = 20

/** The time histories of a load case: the same numbers on every machine with the same JavaScript engine. */
export function caseRecord(loadCase: LoadCase): SampleRecord {
  const duration_s = kDuration_s[loadCase.size]
  const times_s = Float64Array.from({ length: Math.round(duration_s / kStep_s) + 1 }, (_, i) => i * kStep_s)
  const sea = irregularSea(loadCase.sea, duration_s, loadCase.seed)
  const make = loadCase.size === 'standard' ? semiChannels : carrierChannels
  return {
    description: `wavemill sample, no real vessel: ${caseName(loadCase)}`,
    start_s: 0,
    step_s: kStep_s,
    channels: [{ name: 'Wave1Elev', unit: '(m)', samples: respond(sea, times_s) }, ...make(loadCase, sea, times_s)],
  }
}

function semiChannels({ heading_deg }: LoadCase, sea: readonly WaveComponent[], times_s: Float64Array): SampleChannel[] {
  const motion = hullMotion(semiSubmersible, sea, times_s, kStep_s, heading_deg)
  const line: Omit<MooringLine, 'azimuth_deg'> = { pretension_kN: 1500, stiffness_kN_m: 38, hardening_kN_m2: 1.6 }
  return [
    ...motionChannels('Ptfm', motion),
    ...numbered(8, (i) => ({
      name: `FairTen${i}`,
      unit: '(kN)',
      samples: lineTension_kN({ ...line, azimuth_deg: 45 * i - 22.5 }, motion),
    })),
    { name: 'RiserTen', unit: '(kN)', samples: riserTension_kN(motion) },
    ...kRiserDepths_m.map((depth_m) => ({
      name: `RiserM${String(depth_m).padStart(3, '0')}`,
      unit: '(kN-m)',
      samples: riserMoment_kNm(sea, times_s, motion, depth_m),
    })),
  ]
}

function carrierChannels({ heading_deg }: LoadCase, sea: readonly WaveComponent[], times_s: Float64Array): SampleChannel[] {
  const carrier = hullMotion(lngCarrier, sea, times_s, kStep_s, heading_deg)
  const barge = hullMotion(storageBarge, sea, times_s, kStep_s, heading_deg)
  const between = relative(carrier, barge)
  const line: Omit<MooringLine, 'azimuth_deg'> = { pretension_kN: 180, stiffness_kN_m: 110, hardening_kN_m2: 12 }
  const gap_m = (arm_m: number) => between.sway_m.map((sway_m, i) => 0.4 + sway_m + arm_m * ((between.yaw_deg[i] ?? 0) / 57.3))
  return [
    ...motionChannels('Lngc', carrier),
    ...motionChannels('Fst', barge),
    ...motionChannels('Rel', between),
    ...numbered(18, (i) => ({
      name: `LineTen${i}`,
      unit: '(kN)',
      samples: lineTension_kN({ ...line, azimuth_deg: 20 * i - 10 }, between),
    })),
    ...numbered(6, (i) => ({ name: `Fender${i}`, unit: '(kN)', samples: fenderForce_kN(gap_m(30 * (i - 3.5)), 2500) })),
    ...numbered(kHullStations, (i) => ({
      name: `HullM${String(5 * i).padStart(3, '0')}`,
      unit: '(kN-m)',
      samples: hullMoment_kNm(sea, times_s, lngCarrier.length_m, heading_deg, i / (kHullStations + 1)),
    })),
  ]
}

function motionChannels(prefix: string, motion: Motion): SampleChannel[] {
  return [
    { name: `${prefix}Surge`, unit: '(m)', samples: motion.surge_m },
    { name: `${prefix}Sway`, unit: '(m)', samples: motion.sway_m },
    { name: `${prefix}Heave`, unit: '(m)', samples: motion.heave_m },
    { name: `${prefix}Roll`, unit: '(deg)', samples: motion.roll_deg },
    { name: `${prefix}Pitch`, unit: '(deg)', samples: motion.pitch_deg },
    { name: `${prefix}Yaw`, unit: '(deg)', samples: motion.yaw_deg },
  ]
}

function relative(a: Motion, b: Motion): Motion {
  const of = (key: keyof Motion) => a[key].map((value, i) => value - (b[key][i] ?? 0))
  return {
    surge_m: of('surge_m'),
    sway_m: of('sway_m'),
    heave_m: of('heave_m'),
    roll_deg: of('roll_deg'),
    pitch_deg: of('pitch_deg'),
    yaw_deg: of('yaw_deg'),
  }
}

function numbered(count: number, make: (number: number) => SampleChannel): SampleChannel[] {
  return Array.from({ length: count }, (_, i) => make(i + 1))
}
