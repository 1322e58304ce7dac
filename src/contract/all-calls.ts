import * as aefiCalls from './aefi-calls'
import * as arrivalCalls from './arrival-calls'
import * as authorityCalls from './authority-calls'
import * as birthCalls from './birth-calls'
import type { Call } from './call'
import * as cardRevocationCalls from './card-revocation-calls'
import * as catchUpCalls from './catch-up-calls'
import * as certificateCalls from './certificate-calls'
import * as childCalls from './child-calls'
import * as closeCalls from './close-calls'
import * as coldChainCalls from './cold-chain-calls'
import * as conflictHistoryCalls from './conflict-history-calls'
import * as contactCalls from './contact-calls'
import * as courierCalls from './courier-calls'
import * as difficultyCalls from './difficulty-calls'
import * as doseCalls from './dose-calls'
import * as dueCalls from './due-calls'
import * as duplicateCalls from './duplicate-calls'
import * as exportCalls from './export-calls'
import * as familyCalls from './family-calls'
import * as handbookListCalls from './handbook-list-calls'
import * as importCalls from './import-calls'
import * as indicatorCalls from './indicator-calls'
import * as internalCalls from './internal-calls'
import * as jobCalls from './job-calls'
import * as ledgerCalls from './ledger-calls'
import * as linkCalls from './link-calls'
import * as mergeCalls from './merge-calls'
import * as missingCalls from './missing-calls'
import * as personCalls from './person-calls'
import * as planCalls from './plan-calls'
import * as pointCalls from './point-calls'
import * as postnatalCalls from './postnatal-calls'
import * as pregnancyCalls from './pregnancy-calls'
import * as printCalls from './print-calls'
import * as printerCalls from './printer-calls'
import * as queueCalls from './queue-calls'
import * as registerDoctorCalls from './register-doctor-calls'
import * as reportCalls from './report-calls'
import * as reportLifeCalls from './report-life-calls'
import * as residenceCalls from './residence-calls'
import * as safetyCalls from './safety-calls'
import * as scanCalls from './scan-calls'
import * as scheduleCalls from './schedule-calls'
import * as screeningCalls from './screening-calls'
import * as sessionDayCalls from './session-day-calls'
import * as stockCalls from './stock-calls'
import * as supervisionCalls from './supervision-calls'
import * as templateCalls from './template-calls'
import * as threadCalls from './thread-calls'
import * as transferCalls from './transfer-calls'
import * as unitCalls from './unit-calls'
import * as vialCalls from './vial-calls'
import * as visitCalls from './visit-calls'

const modules = [
  pointCalls,
  personCalls,
  mergeCalls,
  residenceCalls,
  familyCalls,
  transferCalls,
  unitCalls,
  doseCalls,
  dueCalls,
  duplicateCalls,
  registerDoctorCalls,
  difficultyCalls,
  catchUpCalls,
  visitCalls,
  screeningCalls,
  childCalls,
  sessionDayCalls,
  queueCalls,
  closeCalls,
  aefiCalls,
  contactCalls,
  stockCalls,
  vialCalls,
  ledgerCalls,
  safetyCalls,
  coldChainCalls,
  scanCalls,
  importCalls,
  exportCalls,
  scheduleCalls,
  planCalls,
  pregnancyCalls,
  printCalls,
  certificateCalls,
  cardRevocationCalls,
  courierCalls,
  printerCalls,
  templateCalls,
  jobCalls,
  linkCalls,
  authorityCalls,
  arrivalCalls,
  handbookListCalls,
  reportCalls,
  reportLifeCalls,
  conflictHistoryCalls,
  missingCalls,
  internalCalls,
  birthCalls,
  postnatalCalls,
  threadCalls,
  supervisionCalls,
  indicatorCalls,
]

function isCall(value: unknown): value is Call {
  return typeof value === 'object' && value !== null && 'servedBy' in value && 'request' in value
}

/** Every call there is, by name. */
export const allCalls: ReadonlyMap<string, Call> = new Map(
  modules
    .flatMap(module => Object.values(module))
    .filter(isCall)
    .map(call => [call.name, call]),
)
