import { expect, test } from 'vitest'
import { linePoints } from '../../../src/collect/line-positions.js'

const inNames = linePoints('names')

test.each([
  ['Riser1 Effective Tension s=12.5m', 'Riser1 Effective Tension', 12.5, 'm'],
  ['Riser1_EffTension_s=12.5', 'Riser1_EffTension', 12.5, 'm'],
  ['Line1 Bend Moment (s = 100 ft)', 'Line1 Bend Moment', 100, 'ft'],
  ['Line1 Effective Tension at Arc Length 12.5', 'Line1 Effective Tension at', 12.5, 'm'],
  ['Line1 ArcLength=0 Curvature', 'Line1 Curvature', 0, 'm'],
  ['Tension @ 850.25 m', 'Tension', 850.25, 'm'],
  ['Riser Node(12) Tension', 'Riser Tension', 12, 'node'],
  ['riser_node_7', 'riser', 7, 'node'],
  ['Umbilical: node 3', 'Umbilical', 3, 'node'],
])('%s', (name, line, position, unit) => {
  expect(inNames(name)).toEqual({ line, position, unit })
})

test.each(['FairTen1', 'RiserM005', 'Bus=12', 'Axis s', 'Nodes', 'node1a', 's=', 'Tension @ 12', 'Wave1Elev', 'BldNode12x'])(
  '%s tells no position',
  (name) => expect(inNames(name)).toBeUndefined(),
)

test('a template, a regular expression, a list; the first line that has a channel takes it', () => {
  const points = linePoints([
    { name: 'Moment', unit: 'm', channels: 'RiserM{position}' },
    { name: 'Force', unit: 'node', channels: '^F[xy]_(?<position>\\d+)$' },
    {
      name: 'Ends',
      unit: 'm',
      channels: [
        { channel: 'Top', position: 0 },
        { channel: 'RiserM005', position: 9 },
      ],
    },
  ])
  expect(points('RiserM005')).toEqual({ line: 'Moment', position: 5, unit: 'm' })
  expect(points('RiserM-2.5')).toEqual({ line: 'Moment', position: -2.5, unit: 'm' })
  expect(points('Fy_12')).toEqual({ line: 'Force', position: 12, unit: 'node' })
  expect(points('Top')).toEqual({ line: 'Ends', position: 0, unit: 'm' })
  expect(points('RiserMax')).toBeUndefined()
  expect(points('xRiserM005')).toBeUndefined()
})
