#!/usr/bin/env node
// `npm run check:glibc`: the addon must load on every system with glibc 2.34 (RHEL 9, Ubuntu 22.04).
import { addonPath } from './native.mjs'
import { setup } from './setup.mjs'
import { main, mustRun, StepFailure } from './steps.mjs'

const floor = '2.34'
const compare = (a, b) => a.localeCompare(b, 'en', { numeric: true })

/** Symbols of a versioned library that the addon needs, newest version last: [version, symbol]. */
function needed(table, library) {
  const pattern = new RegExp(`\\(?${library}_([\\d.]+)\\)?\\s+(\\S+)$`, 'gm')
  return [...table.matchAll(pattern)].map(([, version, symbol]) => [version, symbol]).sort((a, b) => compare(a[0], b[0]))
}

await main(async () => {
  if (process.platform !== 'linux') {
    console.log('skipped: no glibc here')
    return
  }
  await setup()
  const table = await mustRun('objdump', ['-T', addonPath])
  const glibc = needed(table, 'GLIBC')
  const tooNew = glibc.filter(([version]) => compare(version, floor) > 0)
  if (tooNew.length > 0)
    throw new StepFailure(`needs a glibc newer than ${floor}: ${tooNew.map((pair) => pair.join(' ')).join(', ')}`)
  console.log(`glibc: needs ${glibc.at(-1)?.[0]}, floor ${floor}; libstdc++: GLIBCXX_${needed(table, 'GLIBCXX').at(-1)?.[0]}`)
})
