import { ageOf, spokenAge } from '../calendar/age'
import { vietnamDayOf } from '../calendar/calendar-day'
import type { Conclusion, ConsentRelation, MotherHbsag, ScreeningForm } from '../screening/form'
import type { DocumentPoint } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import type { ScreeningFacts } from './screening-facts'
import {
  ageOnPaper,
  cleanOrNull,
  cleanText,
  dayOnPaper,
  momentOnPaper,
  relationWord,
  sexWord,
  signsInWords,
} from './words'

/** A fact in the head of a paper. */
export type HeadLine = { readonly caption: string; readonly value: string; readonly isWide: boolean }

/** One question with its answer; null: never answered (an item that a newer version of the form has). */
export type PaperItem = {
  readonly number: string
  readonly text: string
  readonly yes: boolean | null
  readonly detail: string | null
}

/** Bảng kiểm trước tiêm chủng: the signed checklist in the layout of the official form. Clinical reference §3.2–3.5. */
export type ScreeningChecklist = Marks & {
  readonly kind: 'screening-checklist'
  readonly point: DocumentPoint
  readonly person: { readonly name: string; readonly birthDate: string; readonly code: string }
  readonly title: string
  readonly legalBasis: string
  /** No clinician has compared the form with the annex. */
  readonly isUnconfirmed: boolean
  readonly head: readonly HeadLine[]
  readonly items: readonly PaperItem[]
  readonly questions: readonly PaperItem[]
  /** The in-hospital forms have a block for the specialist. */
  readonly hasSpecialist: boolean
  /** When each box of the conclusion is ticked, in the words of the form; absent in papers made before they stood on it. */
  readonly when?: Readonly<Partial<Record<Conclusion, string>>>
  readonly conclusion: Conclusion
  readonly differsBecause: string | null
  readonly vaccines: readonly string[]
  readonly perVaccine: readonly { readonly what: string; readonly why: string }[]
  readonly reason: string | null
  readonly next: string | null
  readonly consent: string | null
  readonly signedBy: string
  readonly signedAt: string
  readonly printedAt: string
}

/** Makes the paper. Throws DocumentRefusal without a name or with a code no barcode may carry. */
export function buildScreeningChecklist(facts: ScreeningFacts): ScreeningChecklist {
  const { person, screening, form, questions, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  return {
    kind: 'screening-checklist',
    practice: issue.practice,
    reprint: null,
    point: pointOnPaper(facts),
    person: { name, birthDate: dayOnPaper(person.birthDate), code: person.code },
    title: cleanText(signsInWords(form.paperTitle ?? form.title.vi)),
    legalBasis: form.legalBasis,
    isUnconfirmed: form.confirmation === 'unconfirmed',
    head: headOf(facts),
    items: form.items.map(({ number, code, text }) => itemOf(facts, String(number), code, text.vi)),
    questions: questions.map(({ code, text }) => itemOf(facts, '+', code, text.vi)),
    hasSpecialist: form.setting === 'in-hospital',
    when: whenOf(form),
    conclusion: screening.concluded,
    differsBecause: cleanOrNull(screening.differsBecause),
    vaccines: facts.vaccines.map(cleanText),
    perVaccine: facts.holds.map(holdOnPaper),
    reason: reasonOf(facts),
    next: facts.nextOn && dayOnPaper(facts.nextOn),
    consent: consentOf(facts),
    signedBy: cleanText(screening.signedByName),
    signedAt: momentOnPaper(screening.signedAt),
    printedAt: momentOnPaper(issue.now),
  }
}

/** The point, in words that print. */
export function pointOnPaper({ issue: { point } }: ScreeningFacts): DocumentPoint {
  return {
    name: cleanText(point.name),
    address: cleanOrNull(point.address),
    phone: cleanOrNull(point.phone),
  }
}

/** What the official forms print beside their boxes: the items that lead to each. */
function whenOf({ items }: ScreeningForm): Readonly<Partial<Record<Conclusion, string>>> {
  const led = (to: Conclusion) =>
    items.filter(({ leadsTo, paperBox }) => (paperBox ?? leadsTo) === to).map(({ number }) => number)
  const when = (to: Conclusion) =>
    led(to).length === 0 ? {} : { [to]: `khi CÓ điểm bất thường tại mục ${led(to).join(', ')}` }
  return {
    eligible: 'tất cả đều KHÔNG có điểm bất thường',
    ...when('contraindicated'),
    ...when('deferred'),
    ...when('refer-hospital'),
  }
}

const hbsagWords: Readonly<Record<MotherHbsag, string>> = {
  positive: 'đã xét nghiệm, dương tính',
  negative: 'đã xét nghiệm, âm tính',
  'not-tested': 'chưa xét nghiệm',
}

/** What stands above the questions, in the order of the form. */
export function headOf({ person, screening, form }: ScreeningFacts): readonly HeadLine[] {
  const screenedOn = vietnamDayOf(screening.signedAt)
  const weight = screening.weightKg === null ? '' : weightOnPaper(screening.weightKg, form)
  const temperature = `${decimal(screening.temperatureC)} °C`
  const gestation = person.gestationWeeks === null ? '' : `${person.gestationWeeks} tuần`
  const { relative } = person
  const line = (caption: string, value: string | null, isWide = false) => ({
    caption,
    value: value === null ? '' : cleanText(value),
    isWide,
  })
  return [
    line('Ngày sinh', dayOnPaper(person.birthDate)),
    ...(form.asksMotherHbsag ? [line('Giờ sinh', person.birthTime ?? '')] : []),
    line('Tuổi', ageOnPaper(spokenAge(ageOf(person.birthDate, screenedOn)))),
    line('Giới tính', sexWord(person.sex).vi),
    line('Số định danh', person.nationalId),
    line('Địa chỉ', person.address, true),
    line(
      relative ? relationWord(relative.relation).vi : 'Họ tên bố/mẹ',
      relative && cleanText(relative.name),
    ),
    line('Điện thoại', relative?.phone ?? null),
    line('Cân nặng', weight),
    line('Thân nhiệt', temperature),
    ...(form.asksMotherHbsag
      ? [
          line('Tuổi thai khi sinh', gestation),
          line('HBsAg của mẹ', screening.motherHbsag && hbsagWords[screening.motherHbsag]),
        ]
      : []),
  ]
}

/** Children in grams, as their forms ask. */
function weightOnPaper(weightKg: number, { ageToDays }: ScreeningForm): string {
  return ageToDays !== null ? `${Math.round(weightKg * 1000)} g` : `${decimal(weightKg)} kg`
}

const decimal = (value: number) => String(value).replace('.', ',')

function itemOf(
  { screening, causes }: ScreeningFacts,
  number: string,
  code: string,
  text: string,
): PaperItem {
  const answer = screening.answers[code]
  const told = (answer?.causes ?? []).map(cause => {
    const day = cause.on && `ngày ${dayOnPaper(cause.on)}`
    const name = (causes.get(cause.code) ?? cause.code).replace(/:.*$/u, '')
    return [name, cause.antigens.join(', '), day].filter(Boolean).join(' · ')
  })
  const detail = [answer?.yes ? answer.detail : null, ...told].filter(it => it !== null && it !== undefined)
  return {
    number,
    text: cleanText(signsInWords(text)),
    yes: answer?.yes ?? null,
    detail: cleanOrNull(detail.join('; ')),
  }
}

/** One conclusion about single vaccines, as a line. */
export function holdOnPaper({ hold, scope }: ScreeningFacts['holds'][number]): {
  readonly what: string
  readonly why: string
} {
  const isBarred = hold.conclusion === 'contraindicated'
  const day = hold.until && ` đến ${dayOnPaper(hold.until)}`
  const what = isBarred ? `chống chỉ định${day ?? ''}` : `tạm hoãn${day ?? ', chưa có ngày'}`
  const override = cleanOrNull(hold.overriddenBecause)
  return {
    what: cleanText(`${scope}: ${override === null ? what : 'người khám quyết định cho tiêm'}`),
    why: cleanText(override === null ? hold.reason : `${hold.reason}. Lý do: ${override}`),
  }
}

/** The items answered "Có" that led to it. */
export function reasonOf({ screening, form }: ScreeningFacts): string | null {
  if (screening.concluded === 'eligible') return null
  const yes = form.items.filter(({ code }) => screening.answers[code]?.yes)
  const words = yes.map(({ code, number, text }) => {
    const detail = cleanOrNull(screening.answers[code]?.detail ?? null)
    return `${number}. ${signsInWords(text.vi)}${detail === null ? '' : ` (${detail})`}`
  })
  return cleanOrNull([...words, screening.differsBecause ?? ''].filter(Boolean).join('; '))
}

const consentWords: Readonly<Record<ConsentRelation, string>> = {
  mother: 'mẹ',
  father: 'cha',
  guardian: 'người chăm sóc',
  self: 'người được tiêm',
  other: 'quan hệ khác',
}

function consentOf({ screening: { consent } }: ScreeningFacts): string | null {
  if (!consent) return null
  const who = `${cleanText(consent.byName)} (${consentWords[consent.relation]})`
  const note = cleanOrNull(consent.note)
  return consent.given
    ? `${who} đã được tư vấn và đồng ý tiêm chủng`
    : `${who} không đồng ý tiêm chủng${note === null ? '' : `: ${note}`}`
}
