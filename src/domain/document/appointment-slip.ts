import type { DocumentAppointment, DocumentDose, DocumentPerson, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import {
  cleanOrNull,
  cleanText,
  dayOnPaper,
  momentOnPaper,
  sexWord,
  slotOnPaper,
  weekdayOnPaper,
} from './words'

/** Advice handed to parents. Data of `resources/documents`, so that a clinician can confirm or change it. */
export type AftercareText = {
  readonly version: string
  /** `unverified` until a clinician of the province has confirmed the text. */
  readonly confirmation: 'confirmed' | 'unverified'
  readonly source: string
  readonly homeMonitoring: { readonly title: string; readonly lines: readonly string[] }
  readonly returnAtOnce: { readonly title: string; readonly lines: readonly string[] }
}

/** What a parent takes home: what was given today, when to come again, what to watch. */
export type AppointmentSlip = Marks & {
  readonly kind: 'appointment-slip'
  readonly pointName: string
  readonly pointPhone: string | null
  readonly ticket: number | null
  readonly name: string
  readonly birthDate: string
  readonly sex: string
  readonly code: string
  readonly given: readonly { readonly vaccine: string; readonly detail: string }[]
  readonly next: {
    readonly day: string
    readonly slot: string
    readonly reasons: readonly string[]
  } | null
  readonly homeMonitoring: AftercareText['homeMonitoring']
  readonly returnAtOnce: AftercareText['returnAtOnce']
  readonly printedAt: string
}

/** Makes a slip. Throws DocumentRefusal when there is no name or the code cannot be printed. */
export function buildAppointmentSlip(facts: {
  readonly person: Pick<DocumentPerson, 'name' | 'birthDate' | 'sex' | 'code'>
  readonly ticket: number | null
  readonly givenToday: readonly Pick<DocumentDose, 'vaccine' | 'number' | 'lotNumber'>[]
  readonly appointment: DocumentAppointment | null
  readonly aftercare: AftercareText
  readonly issue: Issue
}): AppointmentSlip {
  const { person, issue, aftercare } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  return {
    kind: 'appointment-slip',
    practice: issue.practice,
    reprint: null,
    pointName: cleanText(issue.point.name),
    pointPhone: cleanOrNull(issue.point.phone),
    ticket: facts.ticket,
    name,
    birthDate: dayOnPaper(person.birthDate),
    sex: sexWord(person.sex).vi,
    code: person.code,
    given: facts.givenToday.map(dose => ({ vaccine: cleanText(dose.vaccine), detail: doseDetail(dose) })),
    next: facts.appointment && nextVisit(facts.appointment),
    homeMonitoring: aftercare.homeMonitoring,
    returnAtOnce: aftercare.returnAtOnce,
    printedAt: momentOnPaper(issue.now),
  }
}

/** Reads the advice of `resources/documents`; throws DocumentRefusal 'document.bad-text' when a part is missing. */
export function readAftercareText(raw: unknown): AftercareText {
  const file = asRecord(raw)
  const { version, confirmation, source } = file
  if (typeof version !== 'string' || typeof source !== 'string')
    throw new DocumentRefusal('document.bad-text')
  if (confirmation !== 'confirmed' && confirmation !== 'unverified')
    throw new DocumentRefusal('document.bad-text')
  return {
    version,
    confirmation,
    source,
    homeMonitoring: readAdvice(file.homeMonitoring),
    returnAtOnce: readAdvice(file.returnAtOnce),
  }
}

function readAdvice(raw: unknown): { readonly title: string; readonly lines: readonly string[] } {
  const { title, lines } = asRecord(raw)
  if (typeof title !== 'string' || !Array.isArray(lines) || lines.length === 0) {
    throw new DocumentRefusal('document.bad-text')
  }
  return { title: cleanText(title), lines: lines.map(readLine) }
}

function readLine(raw: unknown): string {
  const line = typeof raw === 'string' ? cleanText(raw) : ''
  if (line === '') throw new DocumentRefusal('document.bad-text')
  return line
}

function asRecord(raw: unknown): Readonly<Record<string, unknown>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new DocumentRefusal('document.bad-text')
  return raw as Readonly<Record<string, unknown>>
}

function doseDetail(dose: Pick<DocumentDose, 'number' | 'lotNumber'>): string {
  const parts = [
    dose.number === null ? null : `mũi ${dose.number}`,
    dose.lotNumber && `lô ${cleanText(dose.lotNumber)}`,
  ]
  return parts.filter(part => part !== null && part !== '').join(' · ')
}

function nextVisit(appointment: DocumentAppointment): NonNullable<AppointmentSlip['next']> {
  return {
    day: weekdayOnPaper(appointment.on),
    slot: slotOnPaper(appointment),
    reasons: appointment.reasons.map(cleanText),
  }
}
