import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type Month, monthOf } from '../../../src/domain/report/count-programme'
import type { Cohort } from '../../../src/domain/report/indicators/pictures'
import { addMonths } from '../../../src/domain/report/months'
import { text } from '../../text'
import { monthWords } from '../handbook/report-words'

export type CohortChoice = { readonly key: string; readonly label: string; readonly cohort: Cohort }

/** So many years of birth are offered beside the three years of age. */
const years = 6

/** The cohorts there are to choose from: the first three years of age by whole months, then years of birth, newest first. */
export function cohortChoices(today: CalendarDay): readonly CohortChoice[] {
  const now = monthOf(today)
  const ages = [0, 12, 24].map(back => {
    const cohort = { from: addMonths(now, -back - 11), to: addMonths(now, -back) }
    return {
      key: `m${back}`,
      label: text.indicators.bornFrom(monthWords(cohort.from), monthWords(cohort.to)),
      cohort,
    }
  })
  const thisYear = Number(today.slice(0, 4))
  const births = Array.from({ length: years }, (_, back) => {
    const year = String(thisYear - back)
    const cohort = { from: `${year}-01` as Month, to: `${year}-12` as Month }
    return { key: year, label: text.indicators.bornIn(year), cohort }
  })
  return [...ages, ...births]
}

/** Children in their second year: of them every dose of the first one can be asked. */
export const firstCohort = 'm12'
