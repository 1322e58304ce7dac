import { refuse } from '../../../src/contract/errors'
import { ageOf, spokenAge } from '../../../src/domain/calendar/age'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { ChildCheck } from '../../../src/domain/child/child-check'
import type { GrowthRow } from '../../../src/domain/child/growth-history'
import type { GrowthIndicator, GrowthScores } from '../../../src/domain/child/growth-scores'
import { decimalOnPaper, type HandbookLine, weeksOnPaper } from '../../../src/domain/document/handbook-line'
import {
  antenatalSections,
  childCheckSections,
  newbornVisitSections,
  postpartumSections,
  pressureOnPaper,
} from '../../../src/domain/document/handbook-lines'
import type { HandbookVisitFacts } from '../../../src/domain/document/handbook-visit'
import { ageOnPaper } from '../../../src/domain/document/words'
import type { AntenatalVisit } from '../../../src/domain/maternal/antenatal-visit'
import { datingOf, gestationOn } from '../../../src/domain/maternal/dating'
import type { NewbornVisit, PostpartumVisit } from '../../../src/domain/maternal/postnatal-visit'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { childCaseOf, rowsOf as growthRowsOf } from '../handbook/child-case'
import { handbookWords } from '../handbook/handbook-words'
import type { ServiceContext } from '../service'

const nouns = ['antenatal-visit', 'postpartum-visit', 'newborn-visit', 'child-check'] as const
type Row =
  | { readonly of: 'antenatal'; readonly on: CalendarDay; readonly visit: Stored<AntenatalVisit> }
  | { readonly of: 'postpartum'; readonly on: CalendarDay; readonly visit: Stored<PostpartumVisit> }
  | { readonly of: 'newborn'; readonly on: CalendarDay; readonly visit: Stored<NewbornVisit> }
  | { readonly of: 'child'; readonly on: CalendarDay; readonly visit: Stored<ChildCheck> }

/**
 * A visit of a person's handbook as papers say it: the one asked for, else the newest. Refuses `print.no-handbook-visit` where
 * there is none.
 */
export function handbookVisitOf(
  context: ServiceContext,
  person: Stored<Person>,
  recordId: string | null,
): HandbookVisitFacts {
  const rows = rowsOf(context, person.id)
  const row = recordId === null ? rows.at(-1) : rows.find(({ visit }) => visit.id === recordId)
  if (row === undefined) return refuse('print.no-handbook-visit')
  const words = handbookWords(context.resources)
  const { on, visit, of } = row
  const shared = {
    of,
    on,
    placeName: visit.placeName,
    nextOn: visit.nextVisitOn,
    byName: visit.byName,
  }
  switch (row.of) {
    case 'antenatal':
      return {
        ...shared,
        about: gestationOf(context, row.visit),
        sections: antenatalSections(row.visit, { words }),
        brief: antenatalBrief(row.visit),
      }
    case 'postpartum':
      return {
        ...shared,
        about: dayAfterBirth(context, row.visit),
        sections: postpartumSections(row.visit, { words }),
        brief: pressureBrief(row.visit),
      }
    case 'newborn':
      return {
        ...shared,
        about: ageOn(person, on),
        sections: newbornVisitSections(row.visit, { words }),
        brief: weightBrief(row.visit),
      }
    case 'child': {
      const growth = growthRowOn(context, person, on)
      return {
        ...shared,
        about: ageOn(person, on),
        sections: childCheckSections(row.visit, { words, scores: scoreLines(growth) }),
        brief: childBrief(row.visit, growth?.scores ?? null),
      }
    }
  }
}

/** Every row of a person's handbook, oldest first; of one day the one written last comes last. */
export function rowsOf({ store }: Pick<ServiceContext, 'store'>, personId: string): readonly Row[] {
  const { records } = store
  const [antenatal, postpartum, newborn, child] = nouns
  const of = { person_id: personId }
  const rows: readonly Row[] = [
    ...records
      .list(antenatal, of, 'visited_on, created_stamp')
      .map(visit => ({ of: 'antenatal' as const, on: visit.visitedOn, visit })),
    ...records
      .list(postpartum, of, 'visited_on, created_stamp')
      .map(visit => ({ of: 'postpartum' as const, on: visit.visitedOn, visit })),
    ...records
      .list(newborn, of, 'visited_on, created_stamp')
      .map(visit => ({ of: 'newborn' as const, on: visit.visitedOn, visit })),
    ...records
      .list(child, of, 'checked_on, created_stamp')
      .map(visit => ({ of: 'child' as const, on: visit.checkedOn, visit })),
  ]
  const key = ({ on, visit }: Row) => `${on} ${visit.createdAt} ${visit.id}`
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** `thai 26 tuần 2 ngày`; null while nothing dates the pregnancy. */
export function gestationOf(
  { store, resources }: Pick<ServiceContext, 'store' | 'resources'>,
  { pregnancyId, visitedOn }: Pick<AntenatalVisit, 'pregnancyId' | 'visitedOn'>,
): string | null {
  const pregnancy = store.records.find('pregnancy', pregnancyId)
  const dating = pregnancy && datingOf(resources.pregnancy.dating, pregnancy)
  const gestation = dating && gestationOn(dating, visitedOn)
  return gestation && `thai ${weeksOnPaper(gestation.weeks, gestation.days)}`
}

function dayAfterBirth({ store }: ServiceContext, visit: PostpartumVisit): string | null {
  const birth = store.records.find('birth', visit.birthId)
  return birth && `ngày thứ ${daysBetween(birth.bornOn, visit.visitedOn)} sau sinh`
}

function ageOn({ birthDate }: Person, on: CalendarDay): string | null {
  return on < birthDate ? null : ageOnPaper(spokenAge(ageOf(birthDate, on)))
}

/** The measuring of a day with WHO's scores; null where nothing was measured. */
function growthRowOn(context: ServiceContext, person: Stored<Person>, on: CalendarDay): GrowthRow | null {
  const rows = growthRowsOf(context, person, childCaseOf(context, person).days)
  return rows.find(row => row.on === on) ?? null
}

const scoreNames = {
  'weight-for-age': ['Cân nặng theo tuổi (z)', 'CN/T'],
  'length-for-age': ['Chiều cao theo tuổi (z)', 'CC/T'],
  'weight-for-length': ['Cân nặng theo chiều cao (z)', 'CN/CC'],
} as const satisfies Partial<Record<GrowthIndicator, readonly [string, string]>>
const printed = ['weight-for-age', 'length-for-age', 'weight-for-length'] as const

/** `-1,20`; `?` behind one that WHO holds for a slip of measuring. */
export function scoreOnPaper(score: GrowthScores[GrowthIndicator] | undefined): string {
  if (score === undefined || score === null) return ''
  const text = decimalOnPaper(Number(score.z.toFixed(2)))
  return score.isImplausible ? `${text} ?` : text
}

function scoreLines(row: GrowthRow | null): readonly HandbookLine[] {
  return printed.flatMap(indicator => {
    const score = row?.scores[indicator] ?? null
    if (score === null) return []
    // WHO: below -2 is undernutrition; weight for length above +2 overweight.
    const isHigh = indicator === 'weight-for-length' && score.z > 2
    const box = score.z < -2 || isHigh || score.isImplausible ? ('yellow' as const) : ('white' as const)
    // Before the day a preterm child was due no cut-off is read from a score.
    const judged = row?.isBeforeDue ? null : box
    return [{ caption: scoreNames[indicator][0], value: scoreOnPaper(score), box: judged }]
  })
}

function antenatalBrief(visit: AntenatalVisit): readonly string[] {
  const { fundalHeightCm, fetalHeartRates } = visit
  const second = [
    fundalHeightCm === null ? null : `BCTC ${decimalOnPaper(fundalHeightCm)} cm`,
    fetalHeartRates.length === 0 ? null : `TT ${fetalHeartRates.join(', ')}`,
  ].filter(text => text !== null)
  return [...pressureBrief(visit), second.join(' · ')]
}

type Measured = { readonly weightKg?: number | null; readonly temperatureC?: number | null }

function pressureBrief(
  visit: Measured & { readonly systolic: number | null; readonly diastolic: number | null },
): readonly string[] {
  const pressure = pressureOnPaper(visit)
  const parts = [...weightBrief(visit), ...(pressure === null ? [] : [`HA ${pressure}`])]
  return [parts.join(' · ')]
}

function weightBrief({ weightKg = null, temperatureC = null }: Measured): readonly string[] {
  return [
    ...(weightKg === null ? [] : [`${decimalOnPaper(weightKg)} kg`]),
    ...(temperatureC === null ? [] : [`${decimalOnPaper(temperatureC)} °C`]),
  ]
}

function childBrief(check: ChildCheck, scores: GrowthScores | null): readonly string[] {
  const measures = [
    ...weightBrief(check),
    ...(check.lengthHeightCm === null ? [] : [`${decimalOnPaper(check.lengthHeightCm)} cm`]),
  ]
  const short = printed.flatMap(indicator => {
    const score = scoreOnPaper(scores?.[indicator])
    return score === '' ? [] : [`${scoreNames[indicator][1]} ${score}`]
  })
  return [measures.join(' · '), short.slice(0, 2).join(' · '), short.slice(2).join(' · ')]
}
