import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import { writtenDate } from '../../src/domain/immunization/dose-date'
import { text } from '../text'
import { type DoseDate, parseTypedDoseDate } from './format'
import { TypedField, type TypedFieldProps } from './TypedField'

/** The date of an earlier dose as a card has it: a day, a month (`03/2024`, `032024`) or a year (`2024`). */
export function DoseDateField(
  props: TypedFieldProps<DoseDate> & { readonly today: CalendarDay; readonly bornOn: CalendarDay | null },
) {
  const { today, bornOn, ...field } = props
  return (
    <TypedField
      {...field}
      placeholder={text.common.doseDatePlaceholder}
      bad={text.common.badDoseDate}
      read={typed => parseTypedDoseDate(typed, today, bornOn)}
      write={writtenDate}
    />
  )
}
