import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSchedule, ScheduleFileError } from '../../../src/contract/schedule-file'
import { readVaccines } from '../../../src/contract/vaccine-file'
import { isInUse } from '../../../src/domain/immunization/vaccine'
import { vaccines as shipped } from '../domain/schedule/fixtures'

/** A whole schedule in one file, and the products it was written for. */
const text = readFileSync(new URL('../../fixtures/schedules/whole-2026a.json', import.meta.url), 'utf8')
const scheduleFile: unknown = JSON.parse(text)
const vaccines = new Map([...shipped].filter(([code]) => text.includes(`"${code}"`)))
const schedule = readSchedule(scheduleFile, vaccines)

type Json = { [key: string]: Json } & Json[]

/** The file with one thing changed. */
function changed(change: (file: Json) => void): unknown {
  const file = structuredClone(scheduleFile) as Json
  change(file)
  return file
}

function json(value: unknown): Json {
  return value as Json
}

describe('readSchedule', () => {
  test('reads a schedule with its legal basis and without a confirmation', () => {
    expect(schedule).toMatchObject({
      code: 'TCMR-2026A',
      confirmation: 'unconfirmed',
      confirmedBy: null,
      validFrom: '2026-02-15',
      validTo: '2026-06-30',
    })
    expect(schedule.antigens.map(({ code }) => code)).toContain('JE')
  })

  test('"programmeMonth" is replaced by its setting', () => {
    const file = changed(it => {
      const setting = it.settings?.programmeMonth
      if (setting) setting.value = json('28 days')
    })
    const hib = readSchedule(file, vaccines).antigens.find(({ code }) => code === 'Hib')
    expect(hib?.series[0]?.doses[1]?.intervals[0]?.absMin).toEqual({ years: 0, months: 0, days: 28 })
  })

  test.each([
    {
      why: 'an unknown field',
      change: (it: Json) => {
        it.grace = json('4 days')
      },
      says: /grace/,
    },
    {
      why: 'another format',
      change: (it: Json) => {
        it.format = json(2)
      },
      says: /format/,
    },
    {
      why: 'an unreadable offset',
      change: (it: Json) => {
        json(it.conflicts)[0] = json({ ...it.conflicts?.[0], endInterval: '28 dayz' })
      },
      says: /not an offset: 28 dayz/,
    },
    {
      why: 'an unknown vaccine list',
      change: (it: Json) => {
        json(it.conflicts)[0] = json({ ...it.conflicts?.[0], previous: ['@noSuchList'] })
      },
      says: /noSuchList/,
    },
    {
      why: 'an unknown product',
      change: (it: Json) => {
        it.antigens?.[0]?.vaccines?.push(json('NO_SUCH'))
      },
      says: /NO_SUCH/,
    },
    {
      why: 'a product counted for what it does not contain',
      change: (it: Json) => {
        it.antigens?.[0]?.vaccines?.push(json('MVVAC'))
      },
      says: /antigens\.0\.vaccines: not-contained MVVAC/,
    },
    {
      why: 'a product that silently would not count',
      change: (it: Json) => {
        it.antigens?.[1]?.vaccines?.pop()
      },
      says: /TWINRIX/,
    },
    {
      why: 'a row of an unknown antigen',
      change: (it: Json) => {
        json(it.rows)[0] = json({
          ...it.rows?.[0],
          members: [{ antigen: 'XYZ', group: 1, fromDose: 1, toDose: null }],
        })
      },
      says: /rows\.0: unknown-antigen XYZ/,
    },
    {
      why: 'a setting outside its alternatives',
      change: (it: Json) => {
        if (it.settings?.programmeMonth) it.settings.programmeMonth.value = json('2 weeks')
      },
      says: /2 weeks/,
    },
    {
      why: 'a confirmation by nobody',
      change: (it: Json) => {
        it.confirmation = json('confirmed')
      },
      says: /confirmedBy: confirmed-by-nobody/,
    },
  ])('refuses the whole file for $why', ({ change, says }) => {
    expect(() => readSchedule(changed(change), vaccines)).toThrow(ScheduleFileError)
    expect(() => readSchedule(changed(change), vaccines)).toThrow(says)
  })
})

describe('readVaccines', () => {
  test('reads 80 products and 35 of unknown name; every one says what is not verified', () => {
    const unnamed = [...shipped.values()].filter(({ code }) => code.startsWith('GENERIC_'))
    expect(unnamed).toHaveLength(35)
    expect(unnamed.some(isInUse)).toBe(false)
    expect(shipped.size).toBe(115)
    expect([...shipped.values()].every(({ unverified }) => unverified.length > 0)).toBe(true)
  })

  test.each([
    [
      'SII_PENTA',
      { shortName: '5 trong 1', antigens: ['Diphtheria', 'Tetanus', 'Pertussis', 'HepB', 'Hib'], cvx: '102' },
    ],
    ['MVVAC', { shortName: 'Sởi', live: true, dosesPerVial: 10, volumeMl: 0.5, route: 'SC' }],
    ['BOPV_POLYVAC', { shortName: 'bOPV', route: 'PO', sites: ['MOUTH'], volumeMl: null }],
    ['GENERIC_MEASLES', { antigens: ['Measles'], live: true, programmes: [], cvx: '05', route: null }],
    ['GENERIC_5IN1_ANY', { antigens: ['Diphtheria', 'Tetanus', 'Pertussis', 'Hib'] }],
    ['HEPB_NONE', undefined],
  ])('%s', (code, expected) => {
    if (expected) expect(shipped.get(code)).toMatchObject(expected)
    else expect(shipped.get(code)).toBeUndefined()
  })

  test('refuses a code that stands twice', () => {
    const [first] = shipped.values()
    expect(() => readVaccines({ format: 1, version: 'test', vaccines: [first, first] })).toThrow('twice')
  })
})
