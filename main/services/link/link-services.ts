import type { Service } from '../service'
import {
  askProvinceService,
  bringPersonService,
  getProvinceAnswerService,
  getPullStandingService,
  pullNowService,
} from './ask-province'
import { askConflictHistoryService, nameAuthorsService } from './conflict-history'
import { listLinkLedgerService } from './ledger'
import { countConflictsService, listConflictsService, listSourcesService } from './list-conflicts'
import { listMissingService } from './list-missing'
import {
  getLinkStatusService,
  joinProvinceService,
  leaveProvinceService,
  retryUploadService,
  tryLinkNowService,
} from './serve-link'
import { settleConflictService } from './settle-conflict'
import { takeInService } from './take-in'

/** The link to the province: joining, what is sent, what comes in, and what is asked there. */
export const linkServices: readonly Service[] = [
  getLinkStatusService,
  joinProvinceService,
  leaveProvinceService,
  tryLinkNowService,
  retryUploadService,
  listLinkLedgerService,
  takeInService,
  askProvinceService,
  bringPersonService,
  getProvinceAnswerService,
  getPullStandingService,
  pullNowService,
  listConflictsService,
  countConflictsService,
  settleConflictService,
  listSourcesService,
  askConflictHistoryService,
  nameAuthorsService,
  listMissingService,
]
