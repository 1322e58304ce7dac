import { refuse } from '../../../src/contract/errors'
import type { DocumentPerson, Issue } from '../../../src/domain/document/facts'
import type { ScreeningFacts } from '../../../src/domain/document/screening-facts'
import type { Person } from '../../../src/domain/person/person'
import { dueDoses } from '../../../src/domain/schedule/due-doses'
import type { Screening } from '../../../src/domain/screening/form'
import { type VaccineScope, visitReasons } from '../../../src/domain/screening/hold'
import type { Stored } from '../../db/record-store'
import { chartInput } from '../immunization/chart'
import { currentSchedule } from '../schedule/current-book'
import type { ServiceContext } from '../service'

/** The screening of a visit, or the newest of the person, with all that its papers say. */
export function screeningOnPaper(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  visitId: string | null,
  issue: Issue,
): ScreeningFacts {
  const { store, resources } = context
  const screening = store.records
    .list('screening', visitId === null ? { person_id: person.id } : { visit_id: visitId }, 'created_stamp')
    .at(-1)
  if (screening?.personId !== person.id) return refuse('screening.not-signed')
  const form = resources.screeningForms.find(
    it => it.id === screening.formId && it.version === screening.formVersion,
  )
  if (!form) return refuse('screening.no-form')
  const { causes, questions } = resources.screeningRules
  return {
    person: { ...facts, gestationWeeks: person.gestationWeeks, birthTime: person.birthTime },
    screening,
    form,
    questions: questions.filter(({ code }) => screening.answers[code] !== undefined),
    holds: (screening.perVaccine ?? [])
      .filter(hold => !visitReasons.some(reason => reason === hold.reasonCode))
      .map(hold => ({ hold, scope: scopeOnPaper(context, hold.scope) })),
    causes: new Map(causes.map(({ code, text }) => [code, text.vi])),
    vaccines: vaccinesOf(context, person, screening),
    nextOn: nextOf(context, screening),
    issue,
  }
}

/** Given in the visit; before the injection, what is due today. */
function vaccinesOf(
  context: ServiceContext,
  person: Stored<Person>,
  { visitId }: Screening,
): readonly string[] {
  const { store, resources, today } = context
  const given = store.records
    .list('dose', { visit_id: visitId }, 'created_stamp')
    .map(({ vaccineCode }) => resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode)
  if (given.length > 0) return given
  const input = chartInput(context, person.id, person, today)
  const isOver = store.records.find('visit', visitId)?.stage === 'done'
  // A referral names the doses that wait, although the screening holds them back.
  const asked = isOver ? { ...input, person: { ...input.person, holds: [] } } : input
  return dueDoses(asked).map(({ label }) => label.vi)
}

function nextOf({ store }: ServiceContext, { visitId, personId }: Screening) {
  const visit = store.records.find('visit', visitId)
  return visit ? (store.visits.nextAppointment(personId, visit.sessionOn)?.on ?? null) : null
}

function scopeOnPaper(context: ServiceContext, scope: VaccineScope): string {
  switch (scope.kind) {
    case 'all':
      return 'Mọi vắc xin'
    case 'live':
      return { any: 'Vắc xin sống', injected: 'Vắc xin sống dạng tiêm', oral: 'Vắc xin sống dạng uống' }[
        scope.route
      ]
    case 'antigens': {
      const { antigens } = currentSchedule(context, context.today)
      const names = scope.antigens.map(code => antigens.find(it => it.code === code)?.name.vi ?? code)
      return `${names.join(', ')}${scope.live ? ' (dạng sống)' : ''}`
    }
    case 'products':
      return scope.vaccineCodes
        .map(code => context.resources.vaccines.get(code)?.shortName ?? code)
        .join(', ')
  }
}
