import { difficultyServices } from './difficulty/difficulty-services'
import { indicatorServices } from './indicator/indicator-services'
import { registerDoctorServices } from './register-doctor/doctor-services'
import { reportServices } from './report/report-services'
import type { Service } from './service'
import { supervisionServices } from './supervision/supervision-services'

/** Reports, indicators and whatever else is counted for those above the point. */
export const upwardServices: readonly Service[] = [
  ...reportServices,
  ...indicatorServices,
  ...registerDoctorServices,
  ...difficultyServices,
  ...supervisionServices,
]
