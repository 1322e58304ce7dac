import type { CalendarDay } from '../calendar/calendar-day'
import type { NotGiven } from './not-given'
import type { Vaccine } from './vaccine'

/** Products that wait because the vaccinator put a dose off. */
export type DeferredProducts = {
  readonly vaccineCodes: readonly string[]
  readonly conclusion: 'deferred'
  readonly until: CalendarDay
  readonly text: { readonly vi: string; readonly en: string }
}

/**
 * What was put off at the injection and waits still: every vaccine with an antigen of that dose, until its day. Antigens
 * that another dose has brought since, on that day or later, wait no more. The reason stays in the words it was given in.
 */
export function deferredProducts(
  notGiven: readonly Pick<NotGiven, 'state' | 'until' | 'on' | 'antigens' | 'reason'>[],
  doses: readonly { readonly vaccineCode: string; readonly givenOn: CalendarDay }[],
  vaccines: ReadonlyMap<string, Vaccine>,
  on: CalendarDay,
): readonly DeferredProducts[] {
  return notGiven.flatMap((each): readonly DeferredProducts[] => {
    const { state, until, antigens, reason } = each
    if (state !== 'deferred' || until === null || until <= on || each.on > on) return []
    const since = doses.filter(({ givenOn }) => givenOn >= each.on)
    const brought = new Set(since.flatMap(({ vaccineCode }) => vaccines.get(vaccineCode)?.antigens ?? []))
    const waiting = antigens.filter(antigen => !brought.has(antigen))
    const products = [...vaccines.values()].filter(
      ({ kind, antigens: own }) => kind === 'vaccine' && own.some(antigen => waiting.includes(antigen)),
    )
    if (products.length === 0) return []
    const vaccineCodes = products.map(({ code }) => code)
    return [{ vaccineCodes, conclusion: 'deferred', until, text: { vi: reason, en: reason } }]
  })
}
