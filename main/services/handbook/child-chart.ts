import { getChildChart } from '../../../src/contract/child-calls'
import { refuse } from '../../../src/contract/errors'
import { growthChart, rangesOf } from '../../../src/domain/child/growth-curves'
import { growthSexOf } from '../../../src/domain/child/growth-tables'
import { serve } from '../service'
import { childCaseOf, rowsOf } from './child-case'

export const getChildChartService = serve(getChildChart, (context, { personId, indicator, range }) => {
  const person = context.store.records.find('person', personId)
  if (!person || person.voided) return refuse('person.not-found')
  const sex = growthSexOf(person.sex)
  if (!sex || !rangesOf(indicator).includes(range)) return null
  const rows = rowsOf(context, person, childCaseOf(context, person).days)
  return growthChart(context.resources.growth, { indicator, range, sex }, rows)
})
