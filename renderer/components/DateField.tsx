import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import { text } from '../text'
import { formatDay, parseTypedDay } from './format'
import { TypedField, type TypedFieldProps } from './TypedField'

/** A date typed by hand: `18052025`, `18/5/2025` or `18/5/25`. Gives null while it is not a date that exists. */
export function DateField(props: TypedFieldProps<CalendarDay> & { readonly today: CalendarDay }) {
  const { today, ...field } = props
  return (
    <TypedField
      {...field}
      placeholder={text.common.datePlaceholder}
      bad={text.common.badDate}
      read={typed => parseTypedDay(typed, today)}
      write={formatDay}
    />
  )
}
