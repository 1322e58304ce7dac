import type { Service } from '../service'
import { answerDifficultyService, answerReportService } from './answer'
import { getPointStatusService, notePointStatusService, savePointAnswersService } from './note-status'
import { getSupervisionService, refreshSupervisionService } from './overview'
import {
  getReceivedDifficultyService,
  getReceivedReportService,
  listReceivedDifficultiesService,
  listReceivedReportsService,
} from './received'

/** How this point stands, and how those below stand. */
export const supervisionServices: readonly Service[] = [
  getPointStatusService,
  notePointStatusService,
  savePointAnswersService,
  getSupervisionService,
  refreshSupervisionService,
  listReceivedReportsService,
  getReceivedReportService,
  answerReportService,
  listReceivedDifficultiesService,
  getReceivedDifficultyService,
  answerDifficultyService,
]
