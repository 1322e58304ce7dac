import { type ErrorCode, errorCodes } from '../../../src/contract/errors'
import type { FindingView } from '../../../src/contract/register-doctor-calls'
import { type CalendarDay, isCalendarDay } from '../../../src/domain/calendar/calendar-day'
import { partialDate } from '../../../src/domain/immunization/dose-date'
import type { Repair } from '../../../src/domain/register-doctor/finding'
import { formatCount, formatDay } from '../../components/format'
import { sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import { antigenName } from '../../text/codes'

/** The sentence of a finding. */
export function sentenceOfFinding(view: FindingView): string {
  return text.registerDoctor.says[view.finding.code](fact => said(view, fact))
}

/** What a repair does, on its button. */
export function repairWords(repair: Repair): string {
  return text.registerDoctor.repairs[repair.kind](whatOf(repair))
}

function whatOf(repair: Repair): string {
  if (repair.kind === 'correct-dose') return formatDay(repair.givenOn)
  if (repair.kind === 'correct-birth') return formatDay(repair.birthDate)
  if (repair.kind === 'correct-kind') return text.common.personKind[repair.personKind]
  return repair.kind === 'correct-check' ? decimal(repair.weightKg) : ''
}

function said({ finding, vaccineNames }: FindingView, fact: string): string {
  const { facts, otherIds } = finding
  if (fact === 'people') return formatCount(1 + otherIds.length)
  if (fact === 'problem') return problemSentence(facts)
  const value = facts[fact] ?? null
  if (value === null) return text.people.history.nothing
  if (fact === 'vaccine' || fact === 'other') return vaccineNames[String(value)] ?? String(value)
  if (fact === 'givenOn') return dateWords(facts)
  if (fact === 'antigen') return antigenName(String(value))
  if (fact === 'system') return systemName(String(value))
  if (fact === 'months' || fact === 'from') return text.registerDoctor.age(Number(value))
  if (typeof value === 'number') return decimal(value)
  return isCalendarDay(value) ? formatDay(value) : value
}

function dateWords({ givenOn, accuracy }: FindingView['finding']['facts']): string {
  const date = partialDate({
    givenOn: givenOn as CalendarDay,
    givenOnAccuracy: (accuracy ?? null) as 'month' | 'year' | null,
  })
  return date.split('-').toReversed().join('/')
}

function problemSentence({ problem, value }: FindingView['finding']['facts']): string {
  const code = errorCodes.find((known): known is ErrorCode => known === problem)
  return code ? sentenceOf({ code, params: { value: value ?? null } }) : ''
}

function systemName(system: string): string {
  const names: Readonly<Record<string, string>> = text.common.identifierSystems
  return names[system] ?? system
}

/** Numbers as Vietnamese write them: `−2,4`. */
function decimal(value: number): string {
  return String(value).replace('.', ',').replace('-', '−')
}
