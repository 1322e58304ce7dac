import type { BoardCard } from '../../../src/contract/visit-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import { nameKey } from '../../../src/domain/person/name-key'
import { type Child, childrenDue } from './fixture'
import type { Finding, Search } from './stations'

export const children = childrenDue()
/** So many come in together. */
export const perBatch = 10

/** Places in the list of sixty. Everybody else is vaccinated and waits the 30 minutes. */
export const feverish = new Set([7, 23, 41])
const referred = 50
export const refusing = 15
export const early = new Set([0, 3, 5])
export const isVaccinated = (index: number) =>
  !feverish.has(index) && index !== referred && index !== refusing

/** Two lots of each product; the one that expires first is used up in the middle of the morning. */
export const lots = makeLots()
/** The lot each child's dose must come from, by place in the list and product: first expired, first out. */
export const lotOf = shareOut()

function makeLots() {
  const codes = [...new Set(children.flatMap(child => child.vaccines))].toSorted()
  codes.unshift(...codes.splice(codes.indexOf('SII_PENTA'), 1))
  return codes.flatMap((vaccineCode, at) => {
    const needed = children.filter(child => child.vaccines.includes(vaccineCode)).length
    const lot = (letter: string, expiresOn: string, doses: number) => ({
      vaccineCode,
      number: `${letter}${at + 1}0926`,
      expiresOn: day(expiresOn),
      doses,
    })
    return [lot('A', '2027-02-28', Math.ceil(needed / 2)), lot('B', '2027-10-31', needed)]
  })
}

function shareOut(): ReadonlyMap<string, string> {
  const left = new Map(lots.map(lot => [lot.number, lot.doses]))
  const shared = new Map<string, string>()
  for (const [index, child] of children.entries()) {
    if (!isVaccinated(index)) continue
    for (const code of child.vaccines) {
      const lot = lots.find(each => each.vaccineCode === code && (left.get(each.number) ?? 0) > 0)
      if (!lot) throw new Error(`${code} runs out`)
      left.set(lot.number, (left.get(lot.number) ?? 0) - 1)
      shared.set(`${index}:${code}`, lot.number)
    }
  }
  return shared
}

export function lotFor(child: Child, index: number): string | null {
  return lotOf.get(`${index}:${child.vaccines[0]}`) ?? null
}

/** People are looked for in the ways they are known by; every third time before the child before is saved. */
export function searchFor(child: Child, index: number): Search {
  const name = nameKey(child.name)
  const given = name.split(' ').at(-1) ?? ''
  const ways = [
    `${name} ${child.born.slice(6)}`,
    child.phone,
    child.nationalId || child.niisCode,
    `${name} ${child.born}`,
    `${given} ${nameKey(child.mother)}`,
    `${given} ${child.phone.slice(-4)}`,
    child.niisCode,
  ]
  const way = index % ways.length
  return { how: way === 2 ? 'scan' : 'type', text: ways[way] ?? name, isHurried: isHurried(index) }
}

/** Never the first of a batch, who is looked for from another screen. */
export const isHurried = (index: number) => index % perBatch !== 0 && index % 3 === 1

export function findingOf(index: number): Finding {
  const weight = `${5 + (index % 7)},${index % 10}`
  if (feverish.has(index)) return { temperature: '385', weight }
  const temperature = index % 2 === 0 ? `36${5 + (index % 5)}` : `36,${5 + (index % 5)}`
  return index === referred
    ? { temperature, weight, yes: { item: 2, detail: 'Phản vệ độ 2 sau kháng sinh' } }
    : { temperature, weight }
}

export function outcomeOf(index: number): BoardCard['outcome'] {
  if (index === refusing) return 'left'
  if (index === referred) return 'referred'
  return isVaccinated(index) ? 'vaccinated' : 'deferred'
}
