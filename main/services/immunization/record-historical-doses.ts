import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { type Problem, refuse, refuseAll } from '../../../src/contract/errors'
import type { Dose, Programme } from '../../../src/domain/immunization/dose'
import { type DateAccuracy, lastPossibleDay } from '../../../src/domain/immunization/dose-date'
import { checkDose } from '../../../src/domain/schedule/dose-check'
import { dayOfDeath } from '../family/residence'
import { type ServiceContext, serve } from '../service'
import { chartInput } from './chart'

type Line = {
  readonly vaccineCode: string
  readonly givenOn: Dose['givenOn']
  readonly givenOnAccuracy?: DateAccuracy | undefined
  readonly programme?: Programme | undefined
  readonly statedNumber: number | null
  readonly lotNumber: string | null
  readonly placeName: string | null
}

/** Doses copied from a card: all lines or none, every problem at its line. Too early or too late is no refusal: it happened. */
export const recordHistoricalDosesService = serve(
  recordHistoricalDoses,
  (context, { personId: askedId, doses }) => {
    const person = context.store.records.find('person', askedId)
    if (!person || person.voided) return refuse('person.not-found')
    const personId = person.id
    refuseAll(problemsOfLines(context, personId, doses))
    const recorded = doses.map(line => ({ doseId: context.newId(), body: toDose(personId, line) }))
    context.write(
      recorded.map(({ doseId, body }) => ({ noun: 'dose', recordId: doseId, verb: 'recorded', body })),
    )
    return { doseIds: recorded.map(({ doseId }) => doseId) }
  },
)

/** What speaks against lines of a card, each at its line. */
export function problemsOfLines(
  context: ServiceContext,
  personId: string,
  lines: readonly Line[],
): readonly Problem[] {
  const person = context.store.records.find('person', personId)
  if (!person) return []
  const died = dayOfDeath(context, personId)
  const input = chartInput(context, personId, person, context.today)
  return lines.flatMap((line, index) => {
    const earlierLines = lines.slice(0, index).map((other, position) => ({
      id: `line-${position}`,
      vaccineCode: other.vaccineCode,
      givenOn: other.givenOn,
      givenUntil: untilOf(other),
      lotExpiresOn: null,
      isCampaign: other.programme === 'campaign',
    }))
    const history = { ...input, doses: [...input.doses, ...earlierLines] }
    const { vaccineCode, givenOn, programme } = line
    const isCampaign = programme === 'campaign'
    const planned = { vaccineCode, givenOn, givenUntil: untilOf(line), isCampaign }
    const { refusals } = checkDose(history, planned)
    const isAfterDeath = died !== null && givenOn > died
    const codes = [...refusals.map(({ code }) => code), ...(isAfterDeath ? [afterDeath] : [])]
    return codes.map(code => ({
      code,
      field: `doses.${index}.${code === 'dose.unknown-vaccine' ? 'vaccineCode' : 'givenOn'}`,
      params: { givenOn: line.givenOn, bornOn: person.birthDate, today: context.today, diedOn: died },
    }))
  })
}

const afterDeath = 'dose.after-death' as const

function untilOf({ givenOn, givenOnAccuracy = null }: Line) {
  return lastPossibleDay({ givenOn, givenOnAccuracy })
}

/** A historical dose: what a card says, and nothing made up. */
export function toDose(personId: string, line: Line): Dose {
  return {
    personId,
    visitId: null,
    kind: 'historical',
    vaccineCode: line.vaccineCode,
    lotId: null,
    lotNumber: line.lotNumber || null,
    lotExpiresOn: null,
    givenOn: line.givenOn,
    givenOnAccuracy: line.givenOnAccuracy ?? null,
    givenAt: null,
    statedNumber: line.statedNumber,
    site: null,
    route: null,
    volumeMl: null,
    programme: line.programme ?? 'epi',
    givenByUserId: null,
    givenByName: null,
    placeName: line.placeName || null,
    overrides: [],
    note: null,
  }
}
