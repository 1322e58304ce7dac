import { owedReports } from '../report/life/list-due'
import type { ServiceContext } from '../service'

/** How many reports this point owes and has not sent, and how many of them are late: those the reports screen lists. */
export function owedHere(context: ServiceContext): { readonly due: number; readonly late: number } {
  const owed = owedReports(context)
  return { due: owed.length, late: owed.filter(({ isLate }) => isLate).length }
}
