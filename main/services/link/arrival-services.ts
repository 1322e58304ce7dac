import type { Service } from '../service'
import {
  askProvinceService,
  bringPersonService,
  getProvinceAnswerService,
  getPullStandingService,
  pullNowService,
} from './ask-province'
import { countConflictsService, listConflictsService, listSourcesService } from './list-conflicts'
import { settleConflictService } from './settle-conflict'
import { takeInService } from './take-in'

/** What comes in from the province, and what is asked there. */
export const arrivalServices: readonly Service[] = [
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
]
