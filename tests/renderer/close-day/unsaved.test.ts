import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { blockedBy, countedLots, emptyClosing } from '../../../renderer/screens/close-day/closing-draft'
import { unsavedOf } from '../../../renderer/screens/close-day/unsaved'
import type { ClosingView } from '../../../src/contract/close-calls'
import { day } from '../../../src/domain/calendar/calendar-day'

const renderer = join(import.meta.dirname, '../../../renderer')
const id = '0190a1b2-0000-7000-8000-000000000005'

test('every kind of work on a person is named; the filter of a list is no work', () => {
  const drafts: [string, unknown][] = [
    [`screening:${id}:qd1575@1`, {}],
    [`injection:${id}`, {}],
    [`doses ${id}`, []],
    [`edit ${id}`, {}],
    ['register null', { name: ' Bé Thử ' }],
    [`aefi:${id}`, { facts: { outcome: 'khỏi' }, doseFacts: {} }],
    [`antenatal ${id} ${id} `, {}],
    [`birth ${id} ${id} `, {}],
    [`birth ${id}  `, {}],
    [`postnatal ${id} ${id}`, {}],
    [`child-check ${id} `, {}],
    ['due', {}],
    ['duplicate-pairs', null],
    ['stock:receive', {}],
    ['closing 2026-11-22', {}],
  ]
  expect(
    unsavedOf(drafts).map(({ kind, visitId, personId, typedName }) => [kind, visitId, personId, typedName]),
  ).toEqual([
    ['screening', id, null, null],
    ['injection', id, null, null],
    ['doses', null, id, null],
    ['edit', null, id, null],
    ['register', null, null, 'Bé Thử'],
    ['case', null, null, null],
    ['antenatal', null, id, null],
    ['birth', null, id, null],
    ['birth', null, id, null],
    ['postnatal', null, id, null],
    ['child-check', null, id, null],
  ])
})

test('a case form that was saved leaves nothing behind', () => {
  expect(unsavedOf([[`aefi:${id}`, { facts: {}, doseFacts: {} }]])).toEqual([])
})

/** Drafts that hold no work on a person; each was thought about. */
const noWork = [
  'plan day',
  'plan',
  'start',
  'closing ',
  'reading:',
  'due',
  'duplicate-pairs',
  'stock:receive',
  'handbook',
  'indicator',
  'register-doctor',
  'reports',
  'difficulty ',
  'supervision-month',
]

/** The keys of the drafts a file asks for, some put together on the line before. */
function keysIn(text: string): readonly string[] {
  const asked = [...text.matchAll(/useDraft(?:<[^(]*>)?\(\s*([`'][^`']*[`']|key),/gu)].map(
    ([, key = '']) => key,
  )
  const made = /const key = `([^`]*)`/u.exec(text)?.[1] ?? ''
  return asked.map(key => (key === 'key' ? made : key.slice(1, -1)))
}

test('every draft of the window is known: a new one is work on a person, or is said here to be none', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.tsx?$/u.test(name),
  )
  const keys = files.flatMap(name => keysIn(readFileSync(join(renderer, name), 'utf8')))
  expect(keys.length).toBeGreaterThan(10)
  const unknown = keys.filter(key => {
    const begun = key.replaceAll(/\$\{[^`]*?\}/gu, id)
    const isWork = unsavedOf([[begun, { facts: { it: 'typed' } }]]).length > 0
    return !isWork && !noWork.some(start => begun.startsWith(start))
  })
  expect(unknown).toEqual([])
})

describe('vials on the screen', () => {
  const lot = {
    lotId: 'l',
    vaccineCode: 'BCG_IVAC',
    lotNumber: 'B1',
    vialSize: 10,
    opened: 10,
    left: 4,
    given: 6,
    wasted: 0,
    vaccine: 'BCG',
    vials: 1,
  }
  const view: ClosingView = {
    on: day('2026-11-22'),
    state: 'open',
    because: null,
    figures: {
      expected: 0,
      arrived: 0,
      vaccinated: 0,
      doses: 0,
      deferred: 0,
      contraindicated: 0,
      referred: 0,
      left: 0,
      noShows: 0,
      commonReactions: 0,
      severeReactions: 0,
    },
    inside: [],
    noShows: [],
    came: [],
    lots: [lot],
    openVials: [],
    reactions: [],
    signers: [],
    unclosedBefore: null,
  }

  test('are as the ledger has them until somebody counts otherwise; then the difference needs a reason', () => {
    const untouched = countedLots(view, emptyClosing)
    expect(untouched).toMatchObject([{ vials: 1, left: 4, difference: 0 }])
    const counts = { l: { vials: 1, left: 1, differsBecause: null } }
    const missing = countedLots(view, { ...emptyClosing, counts })
    expect(missing).toMatchObject([{ opened: 10, difference: 3 }])
    expect(blockedBy(view, missing, 1)).toEqual({ inside: 0, noShows: 0, vials: 0, lots: 1, unsaved: 1 })
  })
})
