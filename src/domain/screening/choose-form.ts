import type { CalendarDay } from '../calendar/calendar-day'
import { fitsAge } from './conclude'
import type { ScreeningForm } from './form'

/** The form in force for an age and a setting, that for pregnancy where there is one, the newest where several are; null when none fits. */
export function chooseForm(
  forms: readonly ScreeningForm[],
  who: {
    readonly ageDays: number
    readonly setting: ScreeningForm['setting']
    readonly on: CalendarDay
    readonly isPregnant?: boolean
  },
): ScreeningForm | null {
  const inForce = forms.filter(
    form => form.setting === who.setting && isInForce(form, who.on) && fitsAge(form, who.ageDays),
  )
  const forPregnant = who.isPregnant ? inForce.filter(({ audience }) => audience === 'pregnant') : []
  const fitting =
    forPregnant.length > 0 ? forPregnant : inForce.filter(({ audience }) => audience === 'everybody')
  return fitting.reduce<ScreeningForm | null>(
    (newest, form) => (newest === null || form.validFrom > newest.validFrom ? form : newest),
    null,
  )
}

/** Ages in days, from birth to no end, for which a setting has no form on a day. Empty is what must be. */
export function findAgeGaps(
  forms: readonly ScreeningForm[],
  setting: ScreeningForm['setting'],
  on: CalendarDay,
): readonly { readonly fromDays: number; readonly toDays: number | null }[] {
  const bands = forms
    .filter(form => form.setting === setting && form.audience === 'everybody' && isInForce(form, on))
    .toSorted((a, b) => a.ageFromDays - b.ageFromDays)
  const gaps: { fromDays: number; toDays: number | null }[] = []
  let covered = 0
  for (const { ageFromDays, ageToDays } of bands) {
    if (ageFromDays > covered) gaps.push({ fromDays: covered, toDays: ageFromDays - 1 })
    if (ageToDays === null) return gaps
    covered = Math.max(covered, ageToDays + 1)
  }
  return [...gaps, { fromDays: covered, toDays: null }]
}

function isInForce(form: ScreeningForm, on: CalendarDay): boolean {
  return form.validFrom <= on && (form.validTo === null || on <= form.validTo)
}
