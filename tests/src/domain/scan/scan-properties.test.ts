import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layouts } from './layouts'
import { arrivals, holdAgainst } from './scan-texts'

test('whatever arrives: no crash, and never a number that was not sent, nor a name that an input method touched', () => {
  const kinds = new Set<string>()
  fc.assert(
    fc.property(arrivals, arrival => void kinds.add(holdAgainst(arrival, layouts))),
    { numRuns: 5_000 },
  )
  // The texts are worth something only if every kind is among them.
  expect([...kinds].sort()).toEqual([
    'birth-certificate',
    'citizen-card',
    'doubtful',
    'health-card',
    'number',
    'person-code',
    'unknown',
  ])
})
