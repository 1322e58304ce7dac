import type { Service } from '../service'
import { getChildChartService } from './child-chart'
import { correctChildCheckService, recordChildCheckService, voidChildCheckService } from './child-checks'
import { getChildPictureService } from './child-picture'

/** What is asked and written of a child's growth and development. */
export const childServices: readonly Service[] = [
  getChildPictureService,
  getChildChartService,
  recordChildCheckService,
  correctChildCheckService,
  voidChildCheckService,
]
