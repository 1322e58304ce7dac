import { type CalendarDay, isCalendarDay, vietnamDayOf } from '../../calendar/calendar-day'
import type { Programme, Route, Site } from '../../immunization/dose'
import type { TravellingDose } from '../../immunization/travelling-dose'
import type { ArrivedDose, Unreadable } from './arrived'
import { routeCodes, routes, siteCodes, sites } from './immunization'
import {
  codeIn,
  headOf,
  instantIn,
  numberOf,
  partOf,
  partsOf,
  type Read,
  type ReadContext,
  resourceOf,
  textOf,
} from './read-fields'

const cvx = 'http://hl7.org/fhir/sid/cvx'
/** Our code of one of the list's; null for one that no point uses. */
function ownCode<T extends string>(codes: Readonly<Record<T, string | null>>, code: string | null): T | null {
  const found = Object.entries(codes).find(([, theirs]) => theirs !== null && theirs === code)
  return found ? (found[0] as T) : null
}

/** A given dose. The reverse of `immunizationOf`. */
export function readImmunization(resource: Read, context: ReadContext): ArrivedDose | Unreadable {
  const head = headOf(resource, context)
  const refused = {
    resource: `Immunization/${textOf(resource.id) ?? ''}`,
    lastUpdated: head?.lastUpdated ?? '',
  }
  if (head === null) return { ...refused, why: 'not-ours' }
  const patient = resourceOf(resource.patient)
  if (patient === null) return { ...refused, why: 'no-patient' }
  const when = whenOf(resource.occurrenceDateTime)
  if (when === null) return { ...refused, why: 'no-day' }
  const own = codeIn(resource.vaccineCode, context.codes.systems.vaccine)
  const vaccineCode = context.vaccineOf({ own, cvx: codeIn(resource.vaccineCode, cvx) })
  if (vaccineCode === null) return { ...refused, why: 'unknown-vaccine' }
  const dose = doseOf(resource, vaccineCode, when, context)
  return {
    noun: 'dose',
    ...head,
    patient,
    dose,
    isFirstHand: resource.primarySource === true,
    placeName: dose.placeName,
    byName: dose.givenByName,
    removed: resource.status === 'entered-in-error',
  }
}

type When = Pick<TravellingDose, 'givenOn' | 'givenOnAccuracy' | 'givenAt'>

/** A moment, a day, a month or a year; of the last two the first day is kept. */
function whenOf(value: unknown): When | null {
  const text = textOf(value)
  if (text === null) return null
  const at = instantIn(text)
  if (at !== null) return { givenOn: vietnamDayOf(at), givenOnAccuracy: null, givenAt: at }
  const day = `${text}${text.length === 4 ? '-01-01' : text.length === 7 ? '-01' : ''}`
  if (!isCalendarDay(day)) return null
  const givenOnAccuracy = text.length === 4 ? 'year' : text.length === 7 ? 'month' : null
  return { givenOn: day, givenOnAccuracy, givenAt: null }
}

function doseOf(resource: Read, vaccineCode: string, when: When, context: ReadContext): TravellingDose {
  const route: Route | null = ownCode(routeCodes, codeIn(resource.route, routes))
  const site: Site | null = ownCode(siteCodes, codeIn(resource.site, sites))
  const notes = partsOf(resource.note).flatMap(({ text }) => textOf(text) ?? [])
  const [performer] = partsOf(resource.performer)
  return {
    ...when,
    vaccineCode,
    lotNumber: textOf(resource.lotNumber),
    lotExpiresOn: dayOf(resource.expirationDate),
    statedNumber: numberIn(resource, vaccineCode, context),
    // R4's list has no code for the mouth.
    site: site ?? (route === 'PO' ? 'MOUTH' : null),
    route,
    volumeMl: numberOf(partOf(resource.doseQuantity).value),
    programme: programmeOf(resource, context),
    givenByName: textOf(partOf(performer?.actor).display),
    placeName: textOf(partOf(resource.location).display),
    note: notes.join('; ') || null,
  }
}

function dayOf(value: unknown): CalendarDay | null {
  const text = textOf(value)
  return text !== null && isCalendarDay(text) ? text : null
}

/** The number of a dose is one of its antigen; only a product of one antigen has a number of its own. */
function numberIn(resource: Read, vaccineCode: string, { antigensOf }: ReadContext): number | null {
  if (antigensOf(vaccineCode) !== 1) return null
  const [protocol] = partsOf(resource.protocolApplied)
  return numberOf(protocol?.doseNumberPositiveInt)
}

function programmeOf(resource: Read, { codes }: ReadContext): Programme {
  const system = `${codes.systems.vaccine}:programme`
  const code = partsOf(resource.programEligibility).flatMap(each => codeIn(each, system) ?? [])[0]
  return code === 'fee' || code === 'campaign' ? code : 'epi'
}
