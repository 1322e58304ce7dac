import type { Service } from '../service'
import {
  correctAntenatalVisitService,
  recordAntenatalVisitService,
  voidAntenatalVisitService,
} from './antenatal-visits'
import { issueHandbookService, voidHandbookService } from './handbooks'
import {
  endPregnancyService,
  enrolPregnancyService,
  getPregnancyRulesService,
  listPregnanciesService,
  reopenPregnancyService,
  savePregnancyService,
  voidPregnancyService,
} from './pregnancies'

/** Use cases of a pregnancy and the handbook. */
export const pregnancyServices: readonly Service[] = [
  getPregnancyRulesService,
  listPregnanciesService,
  enrolPregnancyService,
  savePregnancyService,
  endPregnancyService,
  reopenPregnancyService,
  voidPregnancyService,
  recordAntenatalVisitService,
  correctAntenatalVisitService,
  voidAntenatalVisitService,
  issueHandbookService,
  voidHandbookService,
]
