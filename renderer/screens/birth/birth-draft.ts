import type { BirthForm, BirthView, BornChildRequest, recordBirth } from '../../../src/contract/birth-calls'
import type { RequestOf } from '../../../src/contract/call'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Attendant, BirthMode, BirthPlace, MotherState } from '../../../src/domain/maternal/birth'
import type { HandedOnAlert } from '../../../src/domain/maternal/birth-makes'
import { gestationOn } from '../../../src/domain/maternal/dating'
import type { Person, Sex } from '../../../src/domain/person/person'
import { asTyped, readNumber, readTime } from './typed-values'

export const checkNames = ['criedAtOnce', 'skinToSkin', 'breastfedWithinHour', 'vitaminK', 'eyeCare'] as const
export type CheckName = (typeof checkNames)[number]

/** What newborns are given, by antigen. */
export const birthAntigens = ['HepB', 'BCG', 'HBIG'] as const
export type BirthAntigen = (typeof birthAntigens)[number]

export type DoseDraft = {
  readonly isGiven: boolean
  readonly vaccineCode: string
  /** Null: the day of birth. */
  readonly givenOn: CalendarDay | null
  readonly givenTime: string
  readonly lotNumber: string
}

/** One child as typed; texts stay as typed until they are sent. */
export type ChildDraft = {
  readonly key: string
  /** Of a birth that is recorded already. */
  readonly newbornId: string | null
  readonly bornOn: CalendarDay | null
  readonly bornAt: string
  readonly alive: boolean
  readonly sex: Sex | null
  readonly name: string
  readonly weightG: string
  readonly lengthCm: string
  readonly headCm: string
  readonly apgar1: string
  readonly apgar5: string
  readonly apgar10: string
  readonly checks: Readonly<Record<CheckName, boolean | null>>
  readonly defects: string
  readonly note: string
  readonly screenings: Readonly<Record<string, 'normal' | 'refer'>>
  readonly personId: string | null
  readonly others: readonly string[]
  readonly doses: Readonly<Record<BirthAntigen, DoseDraft>>
}

export type BirthDraft = {
  readonly pregnancyId: string | null
  readonly place: BirthPlace
  readonly placeName: string
  readonly mode: BirthMode
  readonly attendant: Attendant | null
  readonly attendantName: string
  /** Null: as the pregnancy's dates say. */
  readonly weeks: string | null
  readonly days: string | null
  readonly bloodLossMl: string
  readonly complications: readonly string[]
  readonly motherState: MotherState
  readonly note: string
  readonly motherAlerts: readonly HandedOnAlert[]
  readonly children: readonly ChildDraft[]
}

const unanswered: ChildDraft['checks'] = {
  criedAtOnce: null,
  skinToSkin: null,
  breastfedWithinHour: null,
  vitaminK: null,
  eyeCare: null,
}

/** A child about whom nothing is known; `key` tells children of one form apart. */
export function newChild(form: BirthForm, key: string): ChildDraft {
  return {
    key,
    newbornId: null,
    bornOn: null,
    bornAt: '',
    alive: true,
    sex: null,
    name: '',
    ...{ weightG: '', lengthCm: '', headCm: '', apgar1: '', apgar5: '', apgar10: '' },
    checks: unanswered,
    defects: '',
    note: '',
    screenings: {},
    personId: null,
    others: [],
    doses: { HepB: doseOf(form, 'HepB'), BCG: doseOf(form, 'BCG'), HBIG: doseOf(form, 'HBIG') },
  }
}

function doseOf({ vaccines, birthDose }: BirthForm, antigen: BirthAntigen): DoseDraft {
  const known = vaccines.filter(each => each.antigen === antigen)
  // Where a hospital names no product, the record says no product.
  const generic = known.find(({ code }) => code.startsWith('GENERIC_'))
  const birthProducts = known.find(({ code }) => birthDose.vaccines.includes(code))
  const vaccineCode = (generic ?? birthProducts ?? known[0])?.code ?? ''
  return { isGiven: false, vaccineCode, givenOn: null, givenTime: '', lotNumber: '' }
}

/** What a form opens with: the pregnancy that waits for its birth, and the child where one is registered already. */
export function draftFor(
  form: BirthForm,
  pregnancyId: string | null | undefined,
  child: { readonly personId: string; readonly person: Person } | null,
): BirthDraft {
  const written = new Set(form.births.map(birth => birth.pregnancyId))
  const open = form.pregnancies.find(
    each => !written.has(each.pregnancyId) && each.outcome !== 'miscarriage' && each.outcome !== 'ended',
  )
  const chosen = pregnancyId === undefined ? (child ? null : (open?.pregnancyId ?? null)) : pregnancyId
  const followed = form.pregnancies.find(each => each.pregnancyId === chosen)
  const first = newChild(form, '1')
  const expected = Math.min(Math.max(followed?.fetuses ?? 1, 1), 6)
  const others = Array.from({ length: expected - 1 }, (_, index) => newChild(form, String(index + 2)))
  return {
    pregnancyId: chosen,
    place: 'hospital',
    placeName: followed?.birthPlan?.place ?? '',
    mode: 'vaginal',
    attendant: null,
    attendantName: '',
    weeks: child?.person.gestationWeeks ? String(child.person.gestationWeeks) : null,
    days: null,
    bloodLossMl: '',
    complications: [],
    motherState: 'well',
    note: '',
    motherAlerts: [],
    children: child ? [{ ...first, ...knownOf(child) }] : [first, ...others],
  }
}

function knownOf({ personId, person }: { readonly personId: string; readonly person: Person }) {
  return {
    personId,
    bornOn: person.birthDate,
    bornAt: person.birthTime ?? '',
    sex: person.sex,
    weightG: asTyped(person.birthWeightG),
  }
}

/** A second twin: what is common is taken over, what is of one child is not. */
export function withTwin(draft: BirthDraft, form: BirthForm): BirthDraft {
  const last = draft.children.at(-1)
  const keys = draft.children.map(({ key }) => Number(key))
  const added = newChild(form, String(Math.max(0, ...keys) + 1))
  const doses = { ...added.doses }
  for (const antigen of birthAntigens) {
    const given = last?.doses[antigen]
    if (given?.isGiven) doses[antigen] = { ...given, givenTime: '' }
  }
  const { criedAtOnce: _cried, ...common } = last?.checks ?? unanswered
  const checks = { ...common, criedAtOnce: null }
  const twin = { ...added, bornOn: last?.bornOn ?? null, checks, doses }
  return { ...draft, children: [...draft.children, twin] }
}

/** Weeks and days on the day of the first child, as the pregnancy's dates say; null without dates. */
export function gestationOf(form: BirthForm, draft: BirthDraft) {
  const startOn = form.pregnancies.find(each => each.pregnancyId === draft.pregnancyId)?.startOn
  const bornOn = draft.children[0]?.bornOn
  return startOn && bornOn ? gestationOn({ startOn }, bornOn) : null
}

/** The fields without which nothing is sent, as paths into the request. */
export function missingIn({ children }: BirthDraft): readonly string[] {
  return children.flatMap(({ bornOn, sex }, index) => [
    ...(bornOn === null ? [`children.${index}.bornOn`] : []),
    ...(sex === null ? [`children.${index}.sex`] : []),
  ])
}

type Request = RequestOf<typeof recordBirth>

/** What is common to all children, as it is sent. */
export function commonOf(form: BirthForm, draft: BirthDraft) {
  const computed = gestationOf(form, draft)
  const weeks = draft.weeks === null ? (computed?.weeks ?? null) : readNumber(draft.weeks)
  const days =
    draft.days === null && draft.weeks === null ? (computed?.days ?? null) : readNumber(draft.days ?? '')
  return {
    place: draft.place,
    placeName: draft.placeName || null,
    mode: draft.mode,
    attendant: draft.attendant,
    attendantName: draft.attendantName || null,
    gestationWeeks: weeks,
    gestationDays: days === null || days < 0 || days > 6 ? null : days,
    bloodLossMl: readNumber(draft.bloodLossMl),
    complications: draft.complications,
    motherState: draft.motherState,
    note: draft.note || null,
  }
}

/** One child's own facts, as they are sent; null while day or sex is missing. */
export function bornOf(child: ChildDraft) {
  const { bornOn, sex } = child
  if (bornOn === null || sex === null) return null
  return {
    bornOn,
    bornAt: readTime(child.bornAt),
    sex,
    weightG: readNumber(child.weightG),
    lengthCm: readNumber(child.lengthCm),
    headCm: readNumber(child.headCm),
    apgar1: readNumber(child.apgar1),
    apgar5: readNumber(child.apgar5),
    apgar10: readNumber(child.apgar10),
    ...child.checks,
    defects: child.defects || null,
    screenings: child.screenings,
    note: child.note || null,
  }
}

/** A child as a birth is told of it; null while something is missing. */
export function childRequest(child: ChildDraft, placeName: string): BornChildRequest | null {
  const born = bornOf(child)
  if (!born) return null
  const given = child.alive
    ? birthAntigens.map(each => child.doses[each]).filter(({ isGiven }) => isGiven)
    : []
  return {
    ...born,
    alive: child.alive,
    name: child.alive ? child.name : '',
    personId: child.alive ? child.personId : null,
    notDuplicateOf: [...child.others],
    doses: given.map(dose => ({
      vaccineCode: dose.vaccineCode,
      givenOn: dose.givenOn ?? born.bornOn,
      givenTime: readTime(dose.givenTime),
      lotNumber: dose.lotNumber || null,
      placeName: placeName || null,
    })),
  }
}

/** The whole birth; null while something is missing. */
export function toRequest(form: BirthForm, draft: BirthDraft): Request | null {
  const children = draft.children.flatMap(child => childRequest(child, draft.placeName) ?? [])
  if (children.length < draft.children.length) return null
  return {
    motherId: form.mother.personId,
    pregnancyId: draft.pregnancyId,
    ...commonOf(form, draft),
    motherAlerts: [...draft.motherAlerts],
    children,
  }
}

/** A recorded birth as a form shows it, to be corrected. */
export function draftOf(form: BirthForm, birth: BirthView): BirthDraft {
  return {
    ...draftFor(form, birth.pregnancyId, null),
    place: birth.place,
    placeName: birth.placeName ?? '',
    mode: birth.mode,
    attendant: birth.attendant,
    attendantName: birth.attendantName ?? '',
    weeks: asTyped(birth.gestationWeeks),
    days: asTyped(birth.gestationDays),
    bloodLossMl: asTyped(birth.bloodLossMl),
    complications: birth.complications,
    motherState: birth.motherState,
    note: birth.note ?? '',
    children: birth.children.map((child, index) => ({
      ...newChild(form, String(index + 1)),
      newbornId: child.newbornId,
      bornOn: child.bornOn,
      bornAt: child.bornAt ?? '',
      alive: child.alive,
      sex: child.sex,
      name: child.displayName,
      ...{
        weightG: asTyped(child.weightG),
        lengthCm: asTyped(child.lengthCm),
        headCm: asTyped(child.headCm),
      },
      ...{ apgar1: asTyped(child.apgar1), apgar5: asTyped(child.apgar5), apgar10: asTyped(child.apgar10) },
      checks: Object.fromEntries(checkNames.map(name => [name, child[name]])) as ChildDraft['checks'],
      defects: child.defects ?? '',
      note: child.note ?? '',
      screenings: child.screenings,
      personId: child.personId,
    })),
  }
}
