import type { Database } from '../../main/db/driver'
import { between, pick, type Random } from '../../src/domain/exchange/random'
import { identifierOf } from '../../src/domain/person/identifiers'
import { nameKey } from '../../src/domain/person/name-key'
import type { Person } from '../../src/domain/person/person'
import { phonesOf, yearKey } from '../../src/domain/person/search-index'
import { nearDays } from '../../src/domain/person/search-lookups'
import { type Slip, slipDate, slipDigits, slipName } from './slips'

/** A question as typed at the reception, and who is meant. */
export type Asked = {
  readonly kind: string
  readonly slip: Slip | 'none'
  readonly text: string
  readonly personId: string
  readonly personCode: string
}

type Known = Person & { readonly id: string }
type Made = { readonly text: string; readonly slip: Slip | 'none' } | null

/** Every kind of question this often, for people picked at random; a person whose data do not allow a kind is passed over. */
export function askQuestions(db: Database, random: Random, persons: number, each: number): readonly Asked[] {
  const byDoc = db.prepare<[number], Row>(
    'SELECT id, name, birth_date, phone, identifiers, relatives, hamlet FROM person WHERE doc = ?',
  )
  return Object.entries(kinds(db, random)).flatMap(([kind, make]) => {
    const asked: Asked[] = []
    for (let tries = 0; asked.length < each && tries < each * 50; tries += 1) {
      const row = byDoc.get(between(random, 1, persons))
      if (!row) continue
      const person = toPerson(row)
      const made = make(person, asked.length % 2 === 1)
      const personCode = identifierOf(person, 'person-code') ?? ''
      if (made) asked.push({ kind, ...made, personId: person.id, personCode })
    }
    return asked
  })
}

type Make = (person: Known, isSlipped: boolean) => Made

function kinds(db: Database, random: Random): Readonly<Record<string, Make>> {
  const fits = createCounts(db)
  const name = (person: Known, isSlipped: boolean) => slipName(random, person.name, isSlipped)
  const phone = (person: Known) => phonesOf(person)[0] ?? null
  return {
    'name and date': (person, isSlipped) => {
      if (fits.named(person, person.birthDate, person.birthDate) > 3) return null
      const { text, slip } = name(person, isSlipped)
      return { text: `${text} ${written(random, person.birthDate)}`, slip }
    },
    'name and slipped date': (person, isSlipped) => {
      if (fits.named(person, person.birthDate, person.birthDate) > 3) return null
      const date = isSlipped ? slipDate(random, person.birthDate) : null
      if (date && fits.namedNear(person, date.date) > 3) return null
      return {
        text: `${nameKey(person.name)} ${written(random, date?.date ?? person.birthDate)}`,
        slip: date?.slip ?? 'none',
      }
    },
    'name and year': (person, isSlipped) => {
      const year = person.birthDate.slice(0, 4)
      if (fits.named(person, `${year}-01-01`, `${year}-12-31`) > 3) return null
      const { text, slip } = name(person, isSlipped)
      return { text: `${text} ${year}`, slip }
    },
    'name in another order, and year': (person, isSlipped) => {
      const year = person.birthDate.slice(0, 4)
      if (fits.sameWords(person, year) > 3) return null
      const words = nameKey(person.name).split(' ')
      const { text, slip } = slipName(
        random,
        [...words.slice(-1), ...words.slice(0, -1)].join(' '),
        isSlipped,
      )
      return { text: `${text} ${year}`, slip }
    },
    'mother and given name': (person, isSlipped) => {
      const mother = person.relatives[0]
      const given = nameKey(person.name).split(' ').at(-1) ?? ''
      if (!mother || fits.ofMother(mother.name, given) > 3) return null
      const { text, slip } = slipName(random, mother.name, isSlipped)
      return { text: `${given} ${text}`, slip }
    },
    'given name and end of phone': (person, isSlipped) => {
      const end = phone(person)?.slice(-4)
      if (!end || fits.phoneEnd(end, person) > 3) return null
      const given = person.name.split(' ').slice(-2).join(' ')
      const { text, slip } = slipName(random, given, isSlipped)
      return { text: `${text} ${end}`, slip }
    },
    'whole phone': (person, isSlipped) => {
      const digits = phone(person)
      if (!digits || fits.phoneEnd(digits) > 3) return null
      return isSlipped ? slipDigits(random, digits) : { text: digits, slip: 'none' }
    },
    'part of the phone, and name': person => {
      const digits = phone(person)?.slice(3, 9)
      return digits ? { text: `${nameKey(person.name)} ${digits}`, slip: 'none' } : null
    },
    code: person => ({ text: pick(random, person.identifiers).value, slip: 'none' }),
    'name, year and hamlet': (person, isSlipped) => {
      const year = person.birthDate.slice(0, 4)
      if (fits.named(person, `${year}-01-01`, `${year}-12-31`) > 3) return null
      const { text, slip } = name(person, isSlipped)
      return { text: `${text} ${year} ${nameKey(person.addresses.current?.hamlet ?? '')}`, slip }
    },
  }
}

/** How many people a question, typed right, would fit. */
function createCounts(db: Database) {
  const named = db
    .prepare<[string, string, string], number>(
      'SELECT count(*) FROM person WHERE name_key = ? AND birth_date BETWEEN ? AND ?',
    )
    .pluck()
  const ofGiven = db.prepare<[string, string, string], Row>(
    'SELECT * FROM person WHERE given_key = ? AND birth_date BETWEEN ? AND ?',
  )
  const withWords = db
    .prepare<[string], number>(
      'SELECT count(*) FROM (SELECT 1 FROM person_terms WHERE person_terms MATCH ? LIMIT 4)',
    )
    .pluck()
  const phones = db
    .prepare<[string, string], string>(
      'SELECT name_key FROM person_phone JOIN person ON person.id = person_id WHERE digits_reversed BETWEEN ? AND ?',
    )
    .pluck()
  return {
    /** How many of this name were born on a day that a slip turns into this one. */
    namedNear: (person: Known, date: string) => {
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
      return nearDays({ year, month, day }).reduce(
        (sum, on) => sum + (named.get(nameKey(person.name), on, on) ?? 0),
        0,
      )
    },
    named: (person: Known, from: string, to: string) => named.get(nameKey(person.name), from, to) ?? 0,
    /** In whatever order; relatives' words count as well, so that this is rather too many. */
    sameWords: (person: Known, year: string) => {
      const keys = nameKey(person.name)
        .split(' ')
        .map(word => `"${yearKey(year, word)}"`)
      return withWords.get(keys.join(' AND ')) ?? 0
    },
    ofMother: (mother: string, given: string) =>
      ofGiven
        .all(given, '1900-01-01', '2100-01-01')
        .filter(row => nameKey(toPerson(row).relatives[0]?.name ?? '') === nameKey(mother)).length,
    phoneEnd: (end: string, person: Known | null = null) => {
      const reversed = [...end].reverse().join('')
      const words = person ? nameKey(person.name).split(' ').slice(-2) : []
      return phones
        .all(reversed, `${reversed}\uffff`)
        .filter(key => words.every(word => ` ${key} `.includes(` ${word} `))).length
    },
  }
}

/** A date in one of the ways it is typed. */
function written(random: Random, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return pick(random, [
    `${day}/${month}/${year}`,
    `${Number(day)}/${Number(month)}/${year}`,
    `${day}${month}${year}`,
    `${day}.${month}.${year.slice(2)}`,
  ])
}

type Row = {
  readonly id: string
  readonly name: string
  readonly birth_date: Person['birthDate']
  readonly phone: string | null
  readonly identifiers: string
  readonly relatives: string
  readonly hamlet: string | null
}

function toPerson(row: Row): Known {
  return {
    id: row.id,
    name: row.name,
    birthDate: row.birth_date,
    phone: row.phone,
    identifiers: JSON.parse(row.identifiers),
    relatives: JSON.parse(row.relatives),
    addresses: { current: { provinceCode: null, communeCode: null, hamlet: row.hamlet, line: null } },
  } as Known & Person
}
