import type { Dose, Programme } from '../../immunization/dose'
import { partialDate } from '../../immunization/dose-date'
import { doseNumbers } from './dose-numbers'
import { absent, coding, concept, filled, make, reference, tidy, toResource } from './make'
import type { Json, RecordState, WireContext, WireReference, WireResource } from './wire'

const cvx = 'http://hl7.org/fhir/sid/cvx'
const atc = 'http://www.whocc.no/atc'
export const routes = 'http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration'
export const sites = 'http://terminology.hl7.org/CodeSystem/v3-ActSite'
const origins = 'http://terminology.hl7.org/CodeSystem/immunization-origin'
const functions = 'http://terminology.hl7.org/CodeSystem/v2-0443'
const notDoneCodes = 'http://terminology.hl7.org/CodeSystem/v3-ActReason'

/** HL7 v3 codes of our routes. */
export const routeCodes = { IM: 'IM', SC: 'SQ', ID: 'IDINJ', PO: 'PO', NS: 'NASINHLC' } as const
/** HL7 v3 codes of our sites. */
export const siteCodes = {
  LD: 'LD',
  RD: 'RD',
  LA: 'LA',
  RA: 'RA',
  LVL: 'LVL',
  RVL: 'RVL',
  MOUTH: null,
} as const
const programmes: Readonly<Record<Programme, string>> = {
  epi: 'Tiêm chủng mở rộng',
  fee: 'Tiêm dịch vụ',
  campaign: 'Chiến dịch, chống dịch',
}

/** The Immunization of a dose. A voided one stays, entered in error; one copied from a card says so. */
export function immunizationOf(state: RecordState<'dose'>, knows: WireContext): WireResource {
  const { value: dose, voided } = state
  const patient = toResource('Patient', 'person', dose.personId)
  const encounter = dose.visitId === null ? null : toResource('Encounter', 'visit', dose.visitId)
  const isOurs = dose.kind === 'administered'
  const place = isOurs ? placeHere(knows) : null
  const giver = dose.givenByUserId === null ? null : toResource('Practitioner', 'user', dose.givenByUserId)
  const note = [tidy(dose.note), tidy(state.reason)].flatMap(text => text ?? [])
  return make(knows.codes, {
    type: 'Immunization',
    state,
    references: [patient, encounter, place, giver],
    fields: {
      status: voided ? 'entered-in-error' : 'completed',
      vaccineCode: vaccineCodeOf(dose.vaccineCode, knows),
      patient: reference(patient),
      encounter: encounter ? reference(encounter) : absent('not-applicable'),
      ...occurrenceOf(dose),
      recorded: state.createdAt,
      primarySource: isOurs,
      reportOrigin: isOurs ? undefined : concept([coding(origins, 'record')]),
      location: place ? reference(place, tidy(dose.placeName)) : locationText(dose),
      manufacturer: manufacturerOf(dose, knows),
      lotNumber: tidy(dose.lotNumber),
      expirationDate: dose.lotExpiresOn ?? undefined,
      ...whereAndHow(dose),
      performer: performerOf(dose, giver),
      note: filled(note.map(text => ({ text }))),
      programEligibility: [
        concept(
          [coding(`${knows.codes.systems.vaccine}:programme`, dose.programme)],
          programmes[dose.programme],
        ),
      ],
      protocolApplied: filled(protocolOf(state, knows)),
    },
  })
}

/** A dose that was due and not given: who it was not given to, what, and why. */
export function notDoneOf(state: RecordState<'not-given'>, knows: WireContext): WireResource {
  const { value } = state
  const patient = toResource('Patient', 'person', value.personId)
  const encounter = toResource('Encounter', 'visit', value.visitId)
  const by = toResource('Practitioner', 'user', value.byUserId)
  const why = { contraindicated: 'MEDPREC', refused: 'PATOBJ', deferred: 'MEDPREC' }[value.state]
  const states = `${knows.codes.systems.record}:not-given`
  return make(knows.codes, {
    type: 'Immunization',
    state,
    references: [patient, encounter, by],
    fields: {
      status: state.voided ? 'entered-in-error' : 'not-done',
      statusReason: concept([coding(notDoneCodes, why), coding(states, value.state)], tidy(value.reason)),
      vaccineCode: concept(
        value.antigens.map(antigen => coding(knows.codes.systems.antigen, antigen)),
        tidy(value.label),
      ),
      patient: reference(patient),
      encounter: reference(encounter),
      occurrenceDateTime: value.on,
      recorded: state.createdAt,
      performer: [{ actor: reference(by, tidy(value.byName)) }],
      extension: value.until === null ? undefined : [{ url: `${states}-until`, valueDate: value.until }],
      note: state.voided && state.reason ? [{ text: state.reason }] : undefined,
      protocolApplied: filled(
        value.antigens.map(antigen => ({
          targetDisease: [diseaseOf(antigen, knows)],
          doseNumberString: 'unknown',
        })),
      ),
    },
  })
}

/** The product by the international and the national code where it has them, and always by that of this register. */
export function vaccineCodeOf(code: string, { codes, vaccine }: WireContext): Json {
  const product = vaccine(code)
  const national = codes.nationalVaccines[code]
  const codings = [
    ...(product?.cvx ? [coding(cvx, product.cvx)] : []),
    ...(national === undefined ? [] : [coding(codes.systems['niis-vaccine'], national)]),
    ...(product?.atc ? [coding(atc, product.atc)] : []),
    coding(codes.systems.vaccine, code, tidy(product?.tradeName)),
  ]
  return concept(codings, tidy(product?.nameVi) ?? code)
}

/** The disease by SNOMED CT where the list names it, and always by the antigen of the schedule. */
export function diseaseOf(antigen: string, { codes }: Pick<WireContext, 'codes'>): Json {
  const known = codes.diseases[antigen]
  return concept([
    ...(known ? [coding(known.system, known.code, known.display)] : []),
    coding(codes.systems.antigen, antigen),
  ])
}

/** A moment where it is known; a card may name the month or the year alone. */
function occurrenceOf(dose: Dose): Readonly<Record<string, string>> {
  return { occurrenceDateTime: dose.givenAt ?? partialDate(dose) }
}

function placeHere({ pointId }: WireContext): WireReference | null {
  return pointId === null ? null : toResource('Location', 'point', pointId)
}

function locationText({ placeName }: Dose): Json {
  const display = tidy(placeName)
  return display === undefined ? undefined : { display }
}

function manufacturerOf({ vaccineCode }: Dose, { vaccine }: WireContext): Json {
  const display = tidy(vaccine(vaccineCode)?.manufacturer)
  return display === undefined ? undefined : { display }
}

function whereAndHow({ site, route, volumeMl }: Dose): { readonly [field: string]: Json } {
  const siteCode = site === null ? null : siteCodes[site]
  return {
    site: siteCode === null ? undefined : concept([coding(sites, siteCode)]),
    route: route === null ? undefined : concept([coding(routes, routeCodes[route])]),
    doseQuantity:
      volumeMl === null
        ? undefined
        : { value: volumeMl, unit: 'mL', system: 'http://unitsofmeasure.org', code: 'mL' },
  }
}

function performerOf(dose: Dose, giver: WireReference | null): Json {
  const display = tidy(dose.givenByName)
  const actor = giver ? reference(giver, display) : display === undefined ? null : { display }
  if (actor === null) return undefined
  return [{ function: concept([coding(functions, 'AP', 'Administering Provider')]), actor }]
}

/** Per antigen (mandatory in the national data set): which disease, and which number of dose it is. */
function protocolOf(state: RecordState<'dose'>, knows: WireContext): readonly Json[] {
  const numbers = doseNumbers(state, knows)
  return numbers.map(({ antigen, number }) => ({
    targetDisease: [diseaseOf(antigen, knows)],
    ...(number === null ? { doseNumberString: 'unknown' } : { doseNumberPositiveInt: number }),
  }))
}
