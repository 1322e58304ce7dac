import type { AefiCase } from '../aefi/aefi-case'
import type { Contact } from '../aefi/contact'
import type { KitCheck } from '../aefi/emergency-kit'
import type { Instant } from '../calendar/calendar-day'
import type { CardRevocation, StationKey, TrustedKeyList } from '../certificate/station-key'
import type { ChildCheck } from '../child/child-check'
import type { PrintedDocument } from '../document/printed'
import type { TemplateFile } from '../document/template-file'
import type { ExportLog } from '../exchange/export-log'
import type { SavedImportProfile } from '../exchange/import-profile'
import type { Dose } from '../immunization/dose'
import type { NotGiven } from '../immunization/not-given'
import type { AntenatalVisit } from '../maternal/antenatal-visit'
import type { Birth, Newborn } from '../maternal/birth'
import type { Handbook } from '../maternal/handbook'
import type { NewbornVisit, PostpartumVisit } from '../maternal/postnatal-visit'
import type { Pregnancy } from '../maternal/pregnancy'
import type { FamilyLink } from '../person/family'
import type { Merge, PairDecision } from '../person/merge-record'
import type { Person } from '../person/person'
import type { Residence } from '../person/residence'
import type { Point, Station, User } from '../point/point'
import type { FindingDecision } from '../register-doctor/finding'
import type { Report } from '../report/report-record'
import type { ScheduleFile } from '../schedule/schedule-file'
import type { Screening } from '../screening/form'
import type { IdentityCheck } from '../session/identity-check'
import type { NoShow, QueueCall } from '../session/queue'
import type { SessionDay } from '../session/session-day'
import type { Appointment, Reaction, Visit } from '../session/visit'
import type { HealthWorker, Invitation, SessionPlan } from '../session-plan/plan'
import type { Breach, BreachDecision, Fridge, FridgeLog, FridgeReading } from '../stock/fridge'
import type { Movement, StockLevel } from '../stock/ledger'
import type { Lot } from '../stock/lot'
import type { ProductCode } from '../stock/product-code'
import type { Vial } from '../stock/vial'
import type { Difficulty } from '../supervision/difficulty'
import type { PointStatus } from '../supervision/point-status'
import type { SupervisorAnswer } from '../supervision/supervisor-answer'
import type { Conflict, RecordSource, SameDoseRecord } from './arrival-records'

/** What the journal speaks of. A row of a table is what the entries about one record add up to. */
export type Records = {
  readonly point: Point
  readonly station: Station
  readonly user: User
  readonly person: Person
  readonly dose: Dose
  readonly lot: Lot
  readonly movement: Movement
  readonly vial: Vial
  readonly 'stock-level': StockLevel
  readonly visit: Visit
  readonly screening: Screening
  readonly appointment: Appointment
  readonly reaction: Reaction
  readonly document: PrintedDocument
  readonly 'schedule-file': ScheduleFile
  readonly merge: Merge
  readonly 'pair-decision': PairDecision
  readonly residence: Residence
  readonly 'family-link': FamilyLink
  readonly 'import-profile': SavedImportProfile
  readonly 'export-log': ExportLog
  readonly 'session-day': SessionDay
  readonly 'queue-call': QueueCall
  readonly 'no-show': NoShow
  readonly 'session-plan': SessionPlan
  readonly invitation: Invitation
  readonly 'health-worker': HealthWorker
  readonly 'aefi-case': AefiCase
  readonly contact: Contact
  readonly 'kit-check': KitCheck
  readonly 'identity-check': IdentityCheck
  readonly 'not-given': NotGiven
  readonly 'product-code': ProductCode
  readonly fridge: Fridge
  readonly 'fridge-reading': FridgeReading
  readonly 'fridge-log': FridgeLog
  readonly breach: Breach
  readonly 'breach-decision': BreachDecision
  readonly 'station-key': StationKey
  readonly 'key-list': TrustedKeyList
  readonly 'card-revocation': CardRevocation
  readonly 'document-template': TemplateFile
  readonly source: RecordSource
  readonly 'same-dose': SameDoseRecord
  readonly conflict: Conflict
  readonly pregnancy: Pregnancy
  readonly 'antenatal-visit': AntenatalVisit
  readonly birth: Birth
  readonly newborn: Newborn
  readonly 'postpartum-visit': PostpartumVisit
  readonly 'newborn-visit': NewbornVisit
  readonly 'child-check': ChildCheck
  readonly handbook: Handbook
  readonly report: Report
  readonly difficulty: Difficulty
  readonly 'point-status': PointStatus
  readonly 'supervisor-answer': SupervisorAnswer
  readonly 'finding-decision': FindingDecision
}
export type Noun = keyof Records

/**
 * recorded: the record as a whole, once. updated: fields that change in the normal course of work.
 * corrected: fields that were wrong, with a reason. voided: the record was a mistake, with a reason.
 */
export type Verb = 'recorded' | 'updated' | 'corrected' | 'voided'

/** Clinical facts are corrected, never updated: every change of them carries its reason. */
export const verbsOf: { readonly [N in Noun]: readonly Verb[] } = {
  point: ['recorded', 'updated'],
  station: ['recorded', 'updated'],
  user: ['recorded', 'updated'],
  person: ['recorded', 'corrected', 'voided'],
  dose: ['recorded', 'corrected', 'voided'],
  lot: ['recorded', 'updated', 'corrected'],
  movement: ['recorded', 'voided'],
  vial: ['recorded', 'updated', 'voided'],
  'stock-level': ['recorded', 'updated'],
  visit: ['recorded', 'updated', 'voided'],
  screening: ['recorded', 'voided'],
  appointment: ['recorded', 'updated'],
  reaction: ['recorded', 'corrected', 'voided'],
  document: ['recorded'],
  'schedule-file': ['recorded', 'updated'],
  merge: ['recorded', 'voided'],
  'pair-decision': ['recorded', 'voided'],
  residence: ['recorded', 'voided'],
  'family-link': ['recorded', 'corrected', 'voided'],
  'import-profile': ['recorded', 'updated'],
  'export-log': ['recorded'],
  'session-day': ['recorded'],
  'queue-call': ['recorded'],
  'no-show': ['recorded', 'updated', 'voided'],
  'session-plan': ['recorded', 'updated'],
  invitation: ['recorded', 'updated'],
  'health-worker': ['recorded', 'updated'],
  // Never voided: the law lets nobody delete a severe case.
  'aefi-case': ['recorded', 'updated', 'corrected'],
  contact: ['recorded', 'voided'],
  'kit-check': ['recorded'],
  'identity-check': ['recorded', 'voided'],
  'not-given': ['recorded', 'corrected', 'voided'],
  'product-code': ['recorded', 'voided'],
  fridge: ['recorded', 'updated'],
  'fridge-reading': ['recorded', 'voided'],
  'fridge-log': ['recorded', 'voided'],
  breach: ['recorded', 'voided'],
  'breach-decision': ['recorded'],
  'station-key': ['recorded'],
  'key-list': ['recorded'],
  'card-revocation': ['recorded'],
  'document-template': ['recorded', 'voided'],
  source: ['recorded', 'updated'],
  'same-dose': ['recorded', 'voided'],
  conflict: ['recorded', 'updated'],
  // A pregnancy goes on: risks are found, a scan dates it, it ends. What was measured in a visit is only corrected.
  pregnancy: ['recorded', 'updated', 'corrected', 'voided'],
  'antenatal-visit': ['recorded', 'corrected', 'voided'],
  birth: ['recorded', 'corrected', 'voided'],
  newborn: ['recorded', 'corrected', 'voided'],
  'postpartum-visit': ['recorded', 'corrected', 'voided'],
  'newborn-visit': ['recorded', 'corrected', 'voided'],
  'child-check': ['recorded', 'corrected', 'voided'],
  handbook: ['recorded', 'voided'],
  // What a report said once it was signed stays; later entries say how it went on.
  report: ['recorded', 'updated', 'voided'],
  difficulty: ['recorded', 'updated'],
  'point-status': ['recorded', 'updated'],
  'supervisor-answer': ['recorded'],
  'finding-decision': ['recorded', 'voided'],
}

/** One line of a station's journal. Appended, never changed; `seq` has no gaps; `hash` covers the line and the one before. */
export type JournalEntry = {
  readonly id: string
  readonly stationId: string
  readonly seq: number
  /** Hybrid logical clock: sorts the entries of all stations the same way everywhere. */
  readonly stamp: string
  readonly at: Instant
  /** Null for what the station did by itself before anybody signed in. */
  readonly userId: string | null
  readonly noun: Noun
  readonly recordId: string
  readonly verb: Verb
  /** The whole record for `recorded`, the changed fields for `updated` and `corrected`, `{}` for `voided`. */
  readonly body: Readonly<Record<string, unknown>>
  readonly reason: string | null
  /** The entry about the same record that the writer had seen last. */
  readonly supersedes: string | null
  readonly requestId: string | null
  readonly prevHash: string
  readonly hash: string
}

/** What a use case asks to be written; the journal adds the rest. */
export type NewEntry = {
  [N in Noun]:
    | { readonly noun: N; readonly recordId: string; readonly verb: 'recorded'; readonly body: Records[N] }
    | {
        readonly noun: N
        readonly recordId: string
        readonly verb: 'updated'
        readonly body: Partial<Records[N]>
      }
    | {
        readonly noun: N
        readonly recordId: string
        readonly verb: 'corrected'
        readonly body: Partial<Records[N]>
        readonly reason: string
      }
    | { readonly noun: N; readonly recordId: string; readonly verb: 'voided'; readonly reason: string }
}[Noun]
