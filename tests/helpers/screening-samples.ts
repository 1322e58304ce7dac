import { addDays, type CalendarDay, day } from '../../src/domain/calendar/calendar-day'
import { buildScreeningChecklist } from '../../src/domain/document/screening-checklist'
import type { ScreeningFacts } from '../../src/domain/document/screening-facts'
import { buildScreeningReferral } from '../../src/domain/document/screening-referral'
import type { Screening } from '../../src/domain/screening/form'
import type { VaccineHold } from '../../src/domain/screening/hold'
import { formNamed, rules } from '../src/domain/screening/screening-files'
import { sampleIssue, samplePerson } from './document-samples'

const screenedOn = day('2025-10-14')

function hold(reasonCode: string, until: CalendarDay | null, overriddenBecause: string | null): VaccineHold {
  const rule = rules.rules.find(({ code }) => code === reasonCode)
  return {
    scope: { kind: 'live', route: 'any' },
    conclusion: rule?.conclusion ?? 'deferred',
    until,
    reasonCode,
    reason: rule?.text.vi ?? '',
    overriddenBecause,
  }
}

function factsOf(
  changes: Partial<Screening>,
  more: Partial<ScreeningFacts> = {},
  formId = 'child-outside-hospital',
): ScreeningFacts {
  const form = formNamed(formId)
  const questions = rules.questions.slice(0, 2)
  const no = { yes: false, detail: null }
  return {
    person: { ...samplePerson, gestationWeeks: null, birthTime: null },
    screening: {
      personId: 'p',
      visitId: 'v',
      formId: form.id,
      formVersion: form.version,
      temperatureC: 36.8,
      weightKg: 7.4,
      answers: Object.fromEntries([...form.items, ...questions].map(({ code }) => [code, no])),
      proposed: 'eligible',
      concluded: 'eligible',
      differsBecause: null,
      signedByUserId: 'u',
      signedByName: 'Bs Lò Thị Mây',
      signedAt: sampleIssue.now,
      perVaccine: [],
      consent: { given: true, byName: 'Đặng Thị Mỹ Lệ', relation: 'mother', at: sampleIssue.now, note: null },
      motherHbsag: null,
      ...changes,
    },
    form,
    questions,
    holds: [
      { scope: 'Vắc xin sống', hold: hold('live-after-immunoglobulin', day('2026-01-14'), null) },
      { scope: 'Rota', hold: hold('rotavirus-intussusception', null, 'Bệnh viện ghi là viêm ruột') },
    ],
    causes: new Map(rules.causes.map(({ code, text }) => [code, text.vi])),
    vaccines: ['5 trong 1', 'bOPV'],
    nextOn: null,
    issue: sampleIssue,
    ...more,
  }
}

/** The checklist of a girl of seven months who may be vaccinated, live vaccines excepted. */
export function sampleChecklist(
  changes: Partial<Screening> = {},
  { name = samplePerson.name, practice = false } = {},
) {
  const person = { ...samplePerson, name, gestationWeeks: null, birthTime: null }
  return buildScreeningChecklist(factsOf(changes, { person, issue: { ...sampleIssue, practice } }))
}
sampleChecklist.facts = () => factsOf({})
sampleChecklist.newborn = () =>
  buildScreeningChecklist(
    factsOf(
      { weightKg: 1.9, motherHbsag: 'negative', concluded: 'deferred', consent: null },
      {
        person: {
          ...samplePerson,
          birthDate: addDays(screenedOn, -2),
          gestationWeeks: 33,
          birthTime: '08:15',
        },
        holds: [],
        nextOn: addDays(screenedOn, 7),
      },
      'newborn-in-hospital',
    ),
  )

const sent = () => {
  const { screening } = factsOf({})
  const found = { yes: true, detail: 'nổi mề đay, khó thở sau mũi 2' }
  const answers = { ...screening.answers, 'anaphylaxis-grade-2': found }
  const concluded = { concluded: 'refer-hospital', proposed: 'refer-hospital', consent: null } as const
  return factsOf({ answers, ...concluded }, { holds: [], nextOn: addDays(screenedOn, 7) })
}

/** The same child sent to hospital after anaphylaxis grade II. */
export function sampleReferral() {
  return buildScreeningReferral(sent())
}
sampleReferral.checklist = () => buildScreeningChecklist(sent())
