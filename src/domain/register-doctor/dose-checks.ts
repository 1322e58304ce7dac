import { monthsBetween } from '../calendar/age'
import { addDays } from '../calendar/calendar-day'
import { lastPossibleDay } from '../immunization/dose-date'
import type { Vaccine } from '../immunization/vaccine'
import { doubledAntigens } from '../schedule/same-day'
import type { CheckTools, Examined, ExaminedDose } from './examined'
import type { Finding, FindingCode, Repair } from './finding'
import { likelyDays } from './likely-day'

/** What is odd about somebody's doses: their days, their products, their lots. */
export function doseFindings(examined: Examined, tools: CheckTools): readonly Finding[] {
  return [
    ...examined.doses.flatMap(dose => [
      ...dayFindings(examined, dose, tools),
      ...productFindings(examined, dose, tools),
      ...(dose.kind === 'administered' ? lotFindings(examined, dose, tools) : []),
    ]),
    ...doubleFindings(examined, tools),
  ]
}

function about(
  { personId }: Examined,
  dose: ExaminedDose,
  code: FindingCode,
  facts: Finding['facts'],
  repairs: readonly Repair[] = [],
): Finding {
  return {
    code,
    personId,
    recordId: dose.id,
    otherIds: [],
    facts: { vaccine: dose.vaccineCode, givenOn: dose.givenOn, accuracy: dose.givenOnAccuracy, ...facts },
    repairs,
    form: { form: 'dose', doseId: dose.id },
  }
}

/** A dose before the birth, after the death or in the future was not given then. */
function dayFindings(examined: Examined, dose: ExaminedDose, { today }: CheckTools): readonly Finding[] {
  const { person, diedOn } = examined
  const { birthDate } = person
  const until = diedOn !== null && diedOn < today ? diedOn : today
  const meant = (): readonly Repair[] =>
    likelyDays(dose.givenOn, birthDate, until).map(givenOn => ({
      kind: 'correct-dose',
      doseId: dose.id,
      givenOn,
    }))
  if (dose.givenOn > today) return [about(examined, dose, 'dose-in-future', {}, meant())]
  if ((lastPossibleDay(dose) ?? dose.givenOn) < birthDate)
    return [about(examined, dose, 'dose-before-birth', { birthDate }, meant())]
  if (diedOn !== null && dose.givenOn > diedOn)
    return [about(examined, dose, 'dose-after-death', { diedOn }, meant())]
  return []
}

function productFindings(
  examined: Examined,
  dose: ExaminedDose,
  { vaccines }: CheckTools,
): readonly Finding[] {
  const vaccine = vaccines.get(dose.vaccineCode)
  if (!vaccine) return [about(examined, dose, 'dose-unknown-vaccine', {})]
  const { birthDate } = examined.person
  const from = youngestMonths(vaccine)
  if (from === null || dose.givenOn < birthDate) return []
  const months = monthsBetween(birthDate, lastPossibleDay(dose) ?? dose.givenOn)
  return months < from ? [about(examined, dose, 'dose-for-adults', { months, from })] : []
}

/** The age a product begins at, where its volumes say so for every age; null: it is for the youngest too. */
export function youngestMonths({ volumes = [] }: Pick<Vaccine, 'volumes'>): number | null {
  const froms = volumes.map(({ fromMonths }) => fromMonths)
  if (froms.length === 0 || froms.includes(null)) return null
  return Math.min(...froms.filter(from => from !== null))
}

/** A dose given here came out of a box that had come in, of that product, and was not yet past its day. */
function lotFindings(examined: Examined, dose: ExaminedDose, { lotOf }: CheckTools): readonly Finding[] {
  const { lotId, lotNumber: lot, lotExpiresOn, givenOn } = dose
  if (lotId === null) return [about(examined, dose, 'lot-missing', { lot })]
  const known = lotOf(lotId)
  const isExpired = lotExpiresOn !== null && lotExpiresOn < givenOn
  const isOther = known !== null && known.vaccineCode !== dose.vaccineCode
  return [
    ...(isExpired ? [about(examined, dose, 'lot-expired', { lot, expiresOn: lotExpiresOn })] : []),
    ...(isOther ? [about(examined, dose, 'lot-other-vaccine', { lot, other: known.vaccineCode })] : []),
    ...receiptFindings(examined, dose, known?.firstInOn ?? null),
  ]
}

function receiptFindings(
  examined: Examined,
  dose: ExaminedDose,
  firstInOn: string | null,
): readonly Finding[] {
  const { lotNumber: lot, givenOn } = dose
  if (firstInOn === null) return [about(examined, dose, 'lot-never-received', { lot })]
  return firstInOn > givenOn ? [about(examined, dose, 'lot-received-later', { lot, firstInOn })] : []
}

/** The same antigen twice on one day; of one given here and one copied, the copy is one too many. */
function doubleFindings(examined: Examined, { vaccines }: CheckTools): readonly Finding[] {
  const dated = examined.doses.filter(({ givenOnAccuracy }) => givenOnAccuracy === null)
  return dated.flatMap((dose, at) =>
    dated.slice(at + 1).flatMap(other => {
      if (other.givenOn !== dose.givenOn) return []
      const [one, two] = [vaccines.get(dose.vaccineCode), vaccines.get(other.vaccineCode)]
      const isSame = dose.vaccineCode === other.vaccineCode
      const antigens = one && two ? doubledAntigens(one, two) : []
      if (!isSame && antigens.length === 0) return []
      const [kept, extra] = keptFirst(dose, other)
      const facts = { other: kept.vaccineCode, otherId: kept.id }
      return [about(examined, extra, 'dose-twice', facts, [{ kind: 'void-dose', doseId: extra.id }])]
    }),
  )
}

function keptFirst(one: ExaminedDose, other: ExaminedDose): readonly [ExaminedDose, ExaminedDose] {
  const isOtherSurer = one.kind === 'historical' && other.kind === 'administered'
  return isOtherSurer ? [other, one] : [one, other]
}

/** Doses of the days around one: within so many days, both days known. */
export function isNear(one: ExaminedDose, other: ExaminedDose, days: number): boolean {
  const isDated = one.givenOnAccuracy === null && other.givenOnAccuracy === null
  return (
    isDated && other.givenOn <= addDays(one.givenOn, days) && other.givenOn >= addDays(one.givenOn, -days)
  )
}
