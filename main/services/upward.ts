import { indicatorServices } from './indicator/indicator-services'
import { reportServices } from './report/report-services'
import type { Service } from './service'

/** Reports, indicators and whatever else is counted for those above the point. */
export const upwardServices: readonly Service[] = [...reportServices, ...indicatorServices]
