import { refuse } from '../../../src/contract/errors'
import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { DocumentPerson, Issue } from '../../../src/domain/document/facts'
import { buildMaternalReferral, type MaternalReferral } from '../../../src/domain/document/maternal-referral'
import { dayOnPaper } from '../../../src/domain/document/words'
import type { Birth, BirthMode } from '../../../src/domain/maternal/birth'
import type { BoxCheck, CodedWord } from '../../../src/domain/maternal/birth-data'
import type { NewbornVisit, PostpartumVisit } from '../../../src/domain/maternal/postnatal-visit'
import { displayName } from '../../../src/domain/person/display-name'
import type { Person } from '../../../src/domain/person/person'
import { formatPhone } from '../../../src/domain/person/phone'
import type { Stored } from '../../db/record-store'
import { motherOf } from '../family/links'
import type { ServiceContext } from '../service'
import { headLine, numberOnPaper, peopleLines } from './referral-lines'

type Visit = Stored<PostpartumVisit> | Stored<NewbornVisit>

/** The referral of a visit after birth, of the mother or of a newborn; null: the visit is none of these. */
export function referralAfterBirth(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  visitId: string,
  issue: Issue,
): MaternalReferral | null {
  const { records } = context.store
  const ofMother = records.find('postpartum-visit', visitId)
  const ofNewborn = ofMother ? null : records.find('newborn-visit', visitId)
  const visit = ofMother ?? ofNewborn
  if (!visit) return null
  if (visit.voided || visit.personId !== person.id) return refuse('postnatal.not-found')
  const about = ofMother
    ? aboutMother(context, person, facts, ofMother)
    : ofNewborn && aboutNewborn(context, person, facts, ofNewborn)
  return (
    about &&
    buildMaternalReferral({
      ...about,
      person: facts,
      to: visit.referredTo,
      finding: null,
      done: visit.advice,
      visitedOn: visit.visitedOn,
      signedBy: context.actor?.name ?? visit.byName,
      issue,
    })
  )
}

function aboutMother(
  context: ServiceContext,
  mother: Stored<Person>,
  facts: DocumentPerson,
  visit: Stored<PostpartumVisit>,
) {
  const { birth: data } = context.resources
  return {
    about: 'mother' as const,
    head: motherHead(context, mother, facts, visit),
    signs: wordsOf(data.motherDangerSigns, visit.dangerSigns),
    risks: wordsOf(data.complications, birthOf(context, visit)?.complications ?? []),
    measures: [...motherMeasures(visit), ...yellowOf(data.motherChecks, visit)],
  }
}

function aboutNewborn(
  context: ServiceContext,
  child: Stored<Person>,
  facts: DocumentPerson,
  visit: Stored<NewbornVisit>,
) {
  const { birth: data } = context.resources
  return {
    about: 'newborn' as const,
    head: newbornHead(context, child, facts, visit),
    signs: wordsOf(data.newbornDangerSigns, visit.dangerSigns),
    risks: [],
    measures: [...newbornMeasures(visit), ...yellowOf(data.newbornChecks, visit)],
  }
}

const modes: Readonly<Record<BirthMode, string>> = {
  vaginal: 'sinh thường',
  assisted: 'sinh có can thiệp',
  caesarean: 'mổ lấy thai',
}

function motherHead(
  context: ServiceContext,
  mother: Person,
  facts: DocumentPerson,
  visit: Stored<PostpartumVisit>,
) {
  const birth = birthOf(context, visit)
  return [
    ...peopleLines(mother, facts),
    ...headLine('Sinh ngày', birth && dayOnPaper(birth.bornOn)),
    ...headLine('Ngày sau sinh', birth && String(daysBetween(birth.bornOn, visit.visitedOn))),
    ...headLine('Cách sinh', birth && modes[birth.mode]),
    ...headLine('Tuổi thai khi sinh', birth && weeksOf(birth.gestationWeeks, birth.gestationDays)),
    ...headLine('Nhóm máu', mother.bloodGroup),
  ]
}

function newbornHead(context: ServiceContext, child: Stored<Person>, facts: DocumentPerson, visit: Visit) {
  const { records } = context.store
  const [newborn] = records.list('newborn', { person_id: child.id }, 'id')
  const mother = motherOf(context, child.id, visit.visitedOn)
  const known = mother === null ? null : records.find('person', mother)
  const weightG = newborn?.weightG ?? child.birthWeightG
  return [
    ...peopleLines(child, facts),
    ...headLine('Giờ sinh', child.birthTime),
    ...headLine('Giới', child.sex === 'male' ? 'Nam' : child.sex === 'female' ? 'Nữ' : null),
    ...headLine('Ngày tuổi', String(daysBetween(child.birthDate, visit.visitedOn))),
    ...headLine('Cân nặng khi sinh', weightG === null ? null : `${weightG} g`),
    ...headLine('Tuổi thai khi sinh', weeksOf(child.gestationWeeks, null)),
    ...headLine('Mẹ', known && displayName(known)),
    ...headLine('Điện thoại mẹ', known?.phone && formatPhone(known.phone)),
  ]
}

function birthOf(context: ServiceContext, { birthId }: Visit): Stored<Birth> | null {
  const birth = birthId === null ? null : context.store.records.find('birth', birthId)
  return birth && !birth.voided ? birth : null
}

function weeksOf(weeks: number | null, days: number | null): string | null {
  if (weeks === null) return null
  return days === null ? `${weeks} tuần` : `${weeks} tuần ${days} ngày`
}

function wordsOf(known: readonly CodedWord[], codes: readonly string[]): readonly string[] {
  return codes.map(code => known.find(each => each.code === code)?.vi ?? code)
}

/** Yellow boxes, as the handbook words them: "Vàng da: có". */
function yellowOf(checks: readonly BoxCheck[], visit: Visit): readonly string[] {
  return checks
    .filter(({ code }) => visit.checks[code] === 'yellow')
    .map(({ vi, yellow }) => `${vi}: ${yellow.vi}`)
}

function motherMeasures({ temperatureC, pulse, systolic, diastolic }: PostpartumVisit): readonly string[] {
  return [
    temperatureC !== null && `nhiệt độ ${numberOnPaper(temperatureC)} °C`,
    pulse !== null && `mạch ${pulse} lần/phút`,
    systolic !== null && `huyết áp ${systolic}/${diastolic ?? '–'} mmHg`,
  ].filter(each => typeof each === 'string')
}

function newbornMeasures({ weightKg, temperatureC, breathsPerMinute }: NewbornVisit): readonly string[] {
  return [
    weightKg !== null && `cân nặng ${numberOnPaper(weightKg)} kg`,
    temperatureC !== null && `nhiệt độ ${numberOnPaper(temperatureC)} °C`,
    breathsPerMinute !== null && `nhịp thở ${breathsPerMinute} lần/phút`,
  ].filter(each => typeof each === 'string')
}
