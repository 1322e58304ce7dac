import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlanningRules } from '../../../src/contract/planning-file'
import { readVaccines } from '../../../src/contract/vaccine-file'
import { endOfSession, stillComing, windowOf } from '../../../src/domain/session-plan/still-coming'

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../resources/${name}`, import.meta.url), 'utf8'))
const shipped = read('session-plan/planning.json')
const vaccines = readVaccines(read('vaccines/vaccines.json'))

describe('the assumptions of a plan', () => {
  test('what ships says that nobody has confirmed it', () => {
    const rules = readPlanningRules(shipped, vaccines)
    expect(rules.confirmation).toBe('unconfirmed')
    expect(rules.unverified).toContain('vialRule')
    expect(rules.source).not.toBe('')
  })

  const damages = [
    { what: 'a share above one', file: { attendance: { usualShare: 1.5, strength: 20 } } },
    {
      what: 'a part of the day that ends before it begins',
      file: { dayParts: { morning: ['11:00', '07:30'], afternoon: ['13:30', '16:30'] } },
    },
    { what: 'a product nobody knows', file: { reconstituted: ['NOBODY'] } },
    { what: 'no usual slot', file: { usualSlots: [] } },
    { what: 'a field nobody reads', file: { moreover: 1 } },
  ]
  test.each(damages)('$what stops the load', ({ file }) => {
    expect(() => readPlanningRules({ ...shipped, ...file }, vaccines)).toThrow()
  })

  test('whoever has not come late in the window is less and less expected', () => {
    const { dayParts } = readPlanningRules(shipped, vaccines)
    const asked = { slot: 'morning', time: null } as const
    const [from, until] = windowOf(asked, dayParts)
    const chances = [from, (from + until) / 2, until].map(now => stillComing(0.8, asked, now, dayParts))
    expect(chances[0]).toBeCloseTo(0.8)
    expect(chances[1]).toBeCloseTo(0.4 / 0.6)
    expect(chances[2]).toBe(0)
    expect(endOfSession([{ slot: 'afternoon', time: null }], dayParts)).toBe(16 * 60 + 30)
    expect(endOfSession([], dayParts)).toBe(11 * 60)
  })
})
