import { type CalendarDay, type Instant, vietnamDayOf, vietnamTimeOf } from '../calendar/calendar-day'
import type { Dose } from '../immunization/dose'
import type { Vaccine } from '../immunization/vaccine'
import { reactionSignWords } from '../session/reaction-sign'
import type { Reaction } from '../session/visit'
import type { Lot } from '../stock/lot'
import type { Facts } from './aefi-case'

/** What the program knows when a severe event is saved. */
export type KnownFacts = {
  readonly caseNumber: string
  readonly at: Instant
  readonly reporterName: string
  readonly point: { readonly name: string; readonly address: string; readonly phone: string | null } | null
  readonly setting: 'station' | 'hospital' | 'clinic' | null
  readonly person: {
    readonly name: string
    readonly code: string | null
    readonly birthDate: CalendarDay
    readonly sex: string
    readonly ethnicGroup: string | null
    readonly parent: string | null
    readonly phone: string | null
    readonly address: string
  }
  readonly reaction: Reaction
  /** Alerts, earlier reactions, and what the checklist of the day said "Có" to. */
  readonly history: readonly string[]
  readonly sameSession: number
  readonly sameLot: number
  readonly sameVial: number | null
  readonly doses: readonly KnownDose[]
}

export type KnownDose = {
  readonly doseId: string
  readonly dose: Dose
  readonly vaccine: Pick<Vaccine, 'nameVi' | 'tradeName' | 'manufacturer'> | null
  readonly lot: Pick<Lot, 'manufacturer' | 'diluentLot' | 'diluentExpiresOn'> | null
  readonly number: number | null
}

/** The values of a new case, as far as they are known: what is not known stays empty and is asked for. */
export function prefillCase(known: KnownFacts): {
  readonly facts: Facts
  readonly doseFacts: Readonly<Record<string, Facts>>
} {
  const doses = known.doses.map(dose => [dose.doseId, filled(doseFactsOf(dose))] as const)
  return {
    facts: filled({ ...placeFacts(known), ...personFacts(known), ...eventFacts(known) }),
    doseFacts: Object.fromEntries(doses),
  }
}

type Loose = Readonly<Record<string, string | number | null | undefined>>

function filled(values: Loose): Facts {
  const known = Object.entries(values).flatMap(([code, value]): [string, string][] => {
    const text = value === null || value === undefined ? '' : String(value).trim()
    return text === '' ? [] : [[code, text]]
  })
  return Object.fromEntries(known)
}

function placeFacts({ caseNumber, at, reporterName, point, setting, doses }: KnownFacts): Loose {
  const programmes = new Set(doses.map(({ dose }) => dose.programme))
  return {
    'case-number': caseNumber,
    'report-date': vietnamDayOf(at),
    'notified-at': momentOf(at),
    'reporter-name': reporterName,
    'reporter-unit': point?.name,
    'reporter-address': point?.address,
    'reporter-phone': point?.phone,
    centre: doses[0]?.dose.placeName ?? point?.name,
    programme: programmes.size === 1 ? [...programmes][0] : null,
    setting,
  }
}

function personFacts({ person, history, sameSession, sameLot, sameVial }: KnownFacts): Loose {
  return {
    'patient-name': person.name,
    'patient-code': person.code,
    'birth-date': person.birthDate,
    sex: person.sex,
    'ethnic-group': person.ethnicGroup,
    parent: person.parent,
    'patient-phone': person.phone,
    'patient-address': person.address,
    history: history.join('; '),
    'same-session': sameSession,
    'same-lot': sameLot,
    'same-vial': sameVial,
  }
}

function eventFacts({ reaction }: KnownFacts): Loose {
  return {
    event: reaction.signs.map(sign => reactionSignWords(sign, 'vi')).join(', '),
    onset: reaction.onsetAccuracy === 'day' ? vietnamDayOf(reaction.onsetAt) : momentOf(reaction.onsetAt),
    temperature: reaction.temperatureC,
    treatment: reaction.treatment,
    comments: reaction.note,
    ...outcomeFacts(reaction.outcome),
  }
}

/** What the end of a reaction says on the form. Observing says nothing yet; referred is not an end. */
export function outcomeFacts(outcome: Reaction['outcome']): Facts {
  const all: Readonly<Record<Reaction['outcome'], Facts>> = {
    observing: {},
    recovered: { outcome: 'recovered' },
    referred: { serious: 'hospital' },
    sequelae: { outcome: 'sequelae', serious: 'disability' },
    died: { outcome: 'died', serious: 'death' },
  }
  return all[outcome]
}

function doseFactsOf({ dose, vaccine, lot, number }: KnownDose): Loose {
  const maker = lot?.manufacturer ?? vaccine?.manufacturer
  return {
    'vaccine-name': vaccine?.nameVi ?? dose.vaccineCode,
    brand: [vaccine?.tradeName, maker].filter(Boolean).join(', '),
    'lot-number': dose.lotNumber,
    'lot-expiry': dose.lotExpiresOn,
    'dose-number': number ?? dose.statedNumber,
    'diluent-lot': lot?.diluentLot,
    'diluent-expiry': lot?.diluentExpiresOn,
    route: dose.route,
    site: dose.site,
    // A card that names a month or a year only does not say the day.
    'vaccination-date': dose.givenOnAccuracy === null ? dose.givenOn : null,
    'vaccination-time': dose.givenAt && vietnamTimeOf(dose.givenAt),
    'given-by': dose.givenByName,
  }
}

function momentOf(at: Instant): string {
  return `${vietnamDayOf(at)} ${vietnamTimeOf(at)}`
}
