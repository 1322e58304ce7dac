import type { Instant } from '../../../src/domain/calendar/calendar-day'
import { resolveDose } from '../../../src/domain/exchange/conflict-dose'
import type { ArrivedDose } from '../../../src/domain/exchange/fhir/arrived'
import type { Dose } from '../../../src/domain/immunization/dose'
import {
  type TravellingDose,
  type TravellingDoseField,
  travellingDoseFields,
} from '../../../src/domain/immunization/travelling-dose'
import { cameFromProvince } from '../../../src/domain/journal/arrival-mark'
import type { ConflictValue } from '../../../src/domain/journal/arrival-records'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { isKnownState, keepCopyOf, reasonOf, recordOf, type TakenIn, writeSource } from './arrival'
import { keepConflict } from './keep-conflict'

/** A dose that another point recorded, corrected or took back. Facts are added; nothing is erased. */
export function takeInDose(context: ServiceContext, fact: ArrivedDose): TakenIn {
  const personId = recordOf(context, fact.patient)
  if (personId === null) return { kind: 'unknown' }
  const { store } = context
  const here = store.records.own.find('dose', fact.recordId)
  if (here) update(context, fact, here)
  else if (!fact.removed) record(context, fact, personId)
  keepCopyOf(context, fact, fact.dose)
  return { kind: 'taken', personId }
}

/** Given elsewhere: it took nothing from the stock here, and belongs to no visit here. */
function record(context: ServiceContext, fact: ArrivedDose, personId: string): void {
  const body: Dose = {
    ...fact.dose,
    personId,
    visitId: null,
    kind: 'historical',
    lotId: null,
    givenByUserId: null,
    overrides: [],
  }
  context.write([{ noun: 'dose', recordId: fact.recordId, verb: 'recorded', body }])
  writeSource(context, fact, personId, fact.isFirstHand)
}

function update(context: ServiceContext, fact: ArrivedDose, here: Stored<Dose>): void {
  if (fact.removed) {
    if (!here.voided) {
      const reason = reasonOf(fact, 'Ghi nhầm')
      context.write([{ noun: 'dose', recordId: fact.recordId, verb: 'voided', reason }])
    }
    return
  }
  const base = context.store.arrivals.findCopy(fact.resource)?.facts as TravellingDose | undefined
  const sides = {
    here: travelling(here),
    base: isKnownState(context, fact) ? fact.dose : (base ?? null),
    there: fact.dose,
    thereChangedAt: fact.lastUpdated,
  }
  const { taken, disputes } = resolveDose(sides)
  const isOurs = context.store.records.list('source', { about_id: fact.recordId }, 'id').length === 0
  // What this point gave itself is changed by nobody else: a person looks at every difference.
  const fields = isOurs ? (Object.keys(taken) as TravellingDoseField[]) : disputes
  for (const field of fields) keepDoseConflict(context, fact, field, here)
  if (isOurs || Object.keys(taken).length === 0) return
  const reason = reasonOf(fact, 'Sửa mũi tiêm')
  context.write([{ noun: 'dose', recordId: fact.recordId, verb: 'corrected', body: taken, reason }])
  writeSource(context, fact, here.personId, fact.isFirstHand)
}

function travelling(dose: Dose): TravellingDose {
  return Object.fromEntries(travellingDoseFields.map(field => [field, dose[field]])) as TravellingDose
}

function keepDoseConflict(
  context: ServiceContext,
  fact: ArrivedDose,
  field: TravellingDoseField,
  here: Stored<Dose>,
): void {
  const own = context.store.entriesOf(here.id).findLast(entry => !cameFromProvince(entry))
  const user = own?.userId ? context.store.records.find('user', own.userId) : null
  keepConflict(context, {
    personId: here.personId,
    kind: 'dose-field',
    field,
    doseIds: [here.id],
    here: here[field] satisfies ConflictValue,
    hereBy: user?.name ?? null,
    hereAt: (own?.at ?? null) as Instant | null,
    there: fact.dose[field] satisfies ConflictValue,
    therePlace: fact.placeName,
    thereBy: fact.byName,
    thereAt: fact.lastUpdated,
  })
}
