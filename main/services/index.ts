import {
  advanceCaseService,
  getCaseService,
  listCasesService,
  listReportClocksService,
  noteCaseReportService,
  saveCaseFactsService,
} from './aefi/cases'
import { listBesideCaseService, recallLotService } from './aefi/concerned'
import { getCallListService, recordContactService, voidContactService } from './aefi/contacts'
import { checkKitService, getEmergencyCardService } from './aefi/emergency'
import { listReactionDosesService, recordLateReactionService } from './aefi/late-reaction'
import { previewKeyListService, trustKeyListService } from './certificate/key-lists'
import {
  getCertificateKeysService,
  makeCertificateKeyService,
  makeKeyRequestService,
} from './certificate/keys'
import { makeRevocationsService, revokeCardService } from './certificate/revoke-card'
import { makeVerifierService, verifyCertificateService } from './certificate/verify'
import { decideBreachService, listBreachesService } from './cold-chain/breaches'
import {
  getFridgeChartService,
  importLogService,
  listFridgesService,
  lookAtLogService,
  recordReadingService,
  saveFridgeService,
} from './cold-chain/fridges'
import { buildDocumentService, noteDocumentService } from './document/build-document'
import {
  insertPrintJobService,
  listPrintersService,
  readPrintJobsService,
  readRoutesService,
  removePrinterService,
  savePrinterService,
  storeRouteService,
  updatePrintJobService,
} from './document/print-records'
import { listTemplatesService, takeTemplateService, withdrawTemplateService } from './document/templates'
import { duplicateServices } from './duplicate/list-duplicates'
import { makeExportService, noteExportService, takeExportService } from './exchange/export-services'
import {
  checkImportService,
  listImportRowsService,
  lookAtImportFileService,
  runImportService,
  saveImportProfileService,
  stageImportFileService,
} from './exchange/import-services'
import { findRelativeService, getFamilyService } from './family/get-family'
import { linkFamilyService, moveFamilyService, unlinkFamilyService } from './family/link-family'
import { listResidencesService, recordResidenceService, voidResidenceService } from './family/residence'
import { birthServices } from './handbook/birth-services'
import { childServices } from './handbook/child-services'
import { handbookListServices } from './handbook/list-services'
import { pregnancyServices } from './handbook/pregnancy-services'
import { getChartService, listVaccinesService, summarizeDueService } from './immunization/chart'
import { checkDosesService } from './immunization/check-doses'
import { correctDoseService, voidDoseService } from './immunization/correct-dose'
import { listHeldDosesService } from './immunization/due-in-visit'
import { countDueService, listDueService } from './immunization/list-due'
import { listNotGivenService } from './immunization/not-given'
import { planCatchUpService } from './immunization/plan-catch-up'
import { recordDosesService } from './immunization/record-doses'
import { recordHistoricalDosesService } from './immunization/record-historical-doses'
import { cancelJobService, getJobService, listJobsService, startJobService } from './jobs/serve-jobs'
import { courierServices } from './link/courier/serve-courier'
import { linkServices } from './link/link-services'
import { listMergesService } from './merge/list-merges'
import { mergePersonsService } from './merge/merge-persons'
import { pairDecisionServices } from './merge/pair-decisions'
import { reviewMergeService } from './merge/review-merge'
import { undoMergeService } from './merge/undo-merge'
import { correctPersonService } from './person/correct-person'
import { getPersonHistoryService } from './person/get-history'
import { getPersonService, listPersonsService } from './person/get-person'
import { findDuplicatesService, registerPersonService } from './person/register-person'
import { searchPersonsService } from './person/search-persons'
import { voidPersonService } from './person/void-person'
import { giveNextSessionService } from './plan/give-next-session'
import { listHealthWorkersService, saveHealthWorkerService } from './plan/health-workers'
import { getPlanLineService, openPlanService } from './plan/open-plan'
import { savePlanService } from './plan/save-plan'
import { adviseVialsService } from './plan/vial-hints'
import { getAppStateService } from './point/get-app-state'
import { listCommunesService, listEthnicGroupsService, listProvincesService } from './point/list-units'
import { listStagedAntigensService, setUpPointService, updatePointService } from './point/set-up-point'
import { addUserService, setUserActiveService, signInService } from './point/users'
import { checkVialService } from './safety/check-vial'
import { confirmIdentityService, getIdentityService } from './safety/identity'
import { readScanService } from './scan/read-scan'
import { testScanService } from './scan/test-scan'
import { applyScheduleService } from './schedule/apply-schedule'
import { listSchedulesService } from './schedule/list-schedules'
import { measureImpactService } from './schedule/measure-impact'
import { previewScheduleFileService, previewWithdrawalService } from './schedule/preview-schedule'
import type { Service } from './service'
import { callVisitService, getCallScreenService, setWaitLimitService } from './session/call-visit'
import { closeSessionService, signSessionService } from './session/close-session'
import { finishObservationService, leaveVisitService, recordReactionService } from './session/end-visit'
import { getBoardService, getVisitService } from './session/get-board'
import { getClosingService } from './session/get-closing'
import { recordNoShowsService } from './session/no-shows'
import { openVisitService } from './session/open-visit'
import { getScreeningFormService, prepareScreeningService } from './session/prepare-screening'
import { getSessionDayService, reopenSessionService, stopSessionService } from './session/session-day'
import { signScreeningService } from './session/sign-screening'
import {
  countStockService,
  getStockService,
  postMovementService,
  proposeStockService,
  reverseMovementService,
  setStockLevelService,
} from './stock/ledger'
import { listLotsService, moveStockService, receiveLotService, setLotStatusService } from './stock/lots'
import { getLedgerService } from './stock/read-ledger'
import { getSessionUsageService, settleSessionService } from './stock/session-usage'
import { closeVialService, listOpenVialsService, openVialService } from './stock/vials'
import { acceptTransferService, readTransferService } from './transfer/take-in'
import { findFormerUnitsService } from './unit/find-former'
import { listOldAddressesService, renewAddressesService } from './unit/renew-addresses'
import { upwardServices } from './upward'

/** Every use case the engine serves; a test compares the list with the contract. */
export const allServices: readonly Service[] = [
  getAppStateService,
  setUpPointService,
  updatePointService,
  listStagedAntigensService,
  signInService,
  addUserService,
  setUserActiveService,
  listProvincesService,
  listCommunesService,
  listEthnicGroupsService,
  searchPersonsService,
  getPersonService,
  listPersonsService,
  registerPersonService,
  findDuplicatesService,
  ...duplicateServices,
  correctPersonService,
  getPersonHistoryService,
  voidPersonService,
  reviewMergeService,
  mergePersonsService,
  undoMergeService,
  listMergesService,
  ...pairDecisionServices,
  recordResidenceService,
  voidResidenceService,
  listResidencesService,
  getFamilyService,
  ...pregnancyServices,
  findRelativeService,
  linkFamilyService,
  unlinkFamilyService,
  moveFamilyService,
  readTransferService,
  acceptTransferService,
  findFormerUnitsService,
  listOldAddressesService,
  renewAddressesService,
  getChartService,
  summarizeDueService,
  planCatchUpService,
  listVaccinesService,
  listDueService,
  countDueService,
  recordHistoricalDosesService,
  checkDosesService,
  recordDosesService,
  listNotGivenService,
  listHeldDosesService,
  getIdentityService,
  confirmIdentityService,
  checkVialService,
  listFridgesService,
  saveFridgeService,
  recordReadingService,
  lookAtLogService,
  importLogService,
  getFridgeChartService,
  listBreachesService,
  decideBreachService,
  correctDoseService,
  voidDoseService,
  openPlanService,
  getPlanLineService,
  savePlanService,
  adviseVialsService,
  giveNextSessionService,
  listHealthWorkersService,
  saveHealthWorkerService,
  getBoardService,
  getVisitService,
  openVisitService,
  getScreeningFormService,
  prepareScreeningService,
  signScreeningService,
  ...childServices,
  leaveVisitService,
  finishObservationService,
  recordReactionService,
  recordLateReactionService,
  listReactionDosesService,
  listCasesService,
  listReportClocksService,
  getCaseService,
  saveCaseFactsService,
  noteCaseReportService,
  advanceCaseService,
  getEmergencyCardService,
  checkKitService,
  recallLotService,
  listBesideCaseService,
  getCallListService,
  recordContactService,
  voidContactService,
  getSessionDayService,
  stopSessionService,
  reopenSessionService,
  callVisitService,
  setWaitLimitService,
  getCallScreenService,
  getClosingService,
  recordNoShowsService,
  signSessionService,
  closeSessionService,
  listLotsService,
  receiveLotService,
  moveStockService,
  setLotStatusService,
  listOpenVialsService,
  openVialService,
  closeVialService,
  getStockService,
  getLedgerService,
  postMovementService,
  countStockService,
  reverseMovementService,
  setStockLevelService,
  proposeStockService,
  getSessionUsageService,
  settleSessionService,
  stageImportFileService,
  lookAtImportFileService,
  checkImportService,
  listImportRowsService,
  runImportService,
  readScanService,
  testScanService,
  saveImportProfileService,
  makeExportService,
  takeExportService,
  noteExportService,
  listSchedulesService,
  previewScheduleFileService,
  previewWithdrawalService,
  measureImpactService,
  applyScheduleService,
  getCertificateKeysService,
  makeCertificateKeyService,
  makeKeyRequestService,
  previewKeyListService,
  trustKeyListService,
  verifyCertificateService,
  makeVerifierService,
  revokeCardService,
  makeRevocationsService,
  ...linkServices,
  ...courierServices,
  ...handbookListServices,
  ...upwardServices,
  buildDocumentService,
  listTemplatesService,
  takeTemplateService,
  withdrawTemplateService,
  noteDocumentService,
  listPrintersService,
  savePrinterService,
  removePrinterService,
  insertPrintJobService,
  updatePrintJobService,
  readPrintJobsService,
  readRoutesService,
  storeRouteService,
  startJobService,
  cancelJobService,
  getJobService,
  listJobsService,
  ...birthServices,
]
