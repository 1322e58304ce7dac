import { describe, expect, test } from 'vitest'
import { blockedBy, countedLots, emptyClosing } from '../../../renderer/screens/close-day/closing-draft'
import { unsavedOf } from '../../../renderer/screens/close-day/unsaved'
import type { ClosingView } from '../../../src/contract/close-calls'
import { day } from '../../../src/domain/calendar/calendar-day'

const id = '0190a1b2-0000-7000-8000-000000000005'

test('every kind of work on a person is named; the filter of a list is no work', () => {
  const drafts: [string, unknown][] = [
    [`screening:${id}:qd1575@1`, {}],
    [`injection:${id}`, {}],
    [`doses ${id}`, []],
    [`edit ${id}`, {}],
    ['register null', { name: ' Bé Thử ' }],
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
  ])
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
