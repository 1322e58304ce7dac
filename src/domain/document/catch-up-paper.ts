import { ageOf, spokenAge } from '../calendar/age'
import type { CalendarDay } from '../calendar/calendar-day'
import type { CatchUpDose, CatchUpPlan, CatchUpVisit, OpenSeries } from '../schedule/catch-up-types'
import type { DocumentPerson, DocumentPoint, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import {
  ageOnPaper,
  cleanOrNull,
  cleanText,
  dayOnPaper,
  momentOnPaper,
  sexWord,
  weekdayOnPaper,
} from './words'

/** The catch-up plan a parent takes home (kế hoạch tiêm bù): when to come, and what is given then. */
export type CatchUpPaper = Marks & {
  readonly kind: 'catch-up-plan'
  readonly point: DocumentPoint
  readonly person: {
    readonly name: string
    readonly birthDate: string
    readonly sex: string
    readonly code: string
  }
  readonly visits: readonly PaperVisit[]
  /** Later routine doses, that the plan only names: "Td mũi nhắc (7 tuổi): từ 18/05/2032". */
  readonly later: readonly string[]
  /** What can no longer be given, and why. */
  readonly never: readonly string[]
  readonly scheduleName: string
  /** True until a clinician has signed the schedule; the paper says so. */
  readonly isDraft: boolean
  readonly printedAt: string
}

/** One visit in the order of its day. */
export type PaperVisit = {
  readonly order: number
  readonly day: string
  readonly age: string
  readonly injections: number
  readonly doses: readonly {
    readonly label: string
    readonly diseases: string
    readonly isDrops: boolean
  }[]
}

/** Makes the paper of a plan. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function buildCatchUpPaper(facts: {
  readonly person: Pick<DocumentPerson, 'name' | 'birthDate' | 'sex' | 'code'>
  readonly plan: CatchUpPlan
  readonly issue: Issue
}): CatchUpPaper {
  const { person, plan, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  return {
    kind: 'catch-up-plan',
    practice: issue.practice,
    reprint: null,
    point: {
      name: cleanText(issue.point.name),
      address: cleanOrNull(issue.point.address),
      phone: cleanOrNull(issue.point.phone),
    },
    person: {
      name,
      birthDate: dayOnPaper(person.birthDate),
      sex: sexWord(person.sex).vi,
      code: person.code,
    },
    visits: plan.visits.map((visit, index) => visitOnPaper(visit, index, person.birthDate)),
    later: plan.open.flatMap(laterOnPaper),
    never: plan.open.flatMap(neverOnPaper),
    scheduleName: cleanText(plan.scheduleName.vi),
    isDraft: plan.confirmation === 'unconfirmed',
    printedAt: momentOnPaper(issue.now),
  }
}

function visitOnPaper(
  { on, doses, injections }: CatchUpVisit,
  index: number,
  bornOn: CalendarDay,
): PaperVisit {
  return {
    order: index + 1,
    day: weekdayOnPaper(on),
    age: ageOnPaper(spokenAge(ageOf(bornOn, on))),
    injections,
    doses: doses.map(doseOnPaper),
  }
}

function doseOnPaper({ label, targets, route }: CatchUpDose): PaperVisit['doses'][number] {
  const diseases = targets.map(({ name }) => cleanText(name.vi))
  return { label: cleanText(label.vi), diseases: [...new Set(diseases)].join(', '), isDrops: route === 'PO' }
}

function laterOnPaper({ label, antigens, reason }: OpenSeries): readonly string[] {
  if (reason.code !== 'beyond-horizon') return []
  return [`${titleOf(label, antigens)}: từ ${dayOnPaper(reason.on)}`]
}

const neverWords = {
  'aged-out': 'đã quá tuổi',
  contraindicated: 'có chống chỉ định',
  'no-product': 'chưa có vắc xin phù hợp',
}

function neverOnPaper({ label, antigens, reason }: OpenSeries): readonly string[] {
  return reason.code === 'beyond-horizon' ? [] : [`${titleOf(label, antigens)}: ${neverWords[reason.code]}`]
}

function titleOf(label: OpenSeries['label'], antigens: OpenSeries['antigens']): string {
  const names = antigens.map(({ name }) => cleanText(name.vi)).join(', ')
  const title = label && cleanText(label.vi)
  return title === null || title === names ? names : `${title} (${names})`
}
