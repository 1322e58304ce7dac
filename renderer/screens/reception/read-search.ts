import { type CalendarDay, day } from '../../../src/domain/calendar/calendar-day'
import { tidyName } from '../../../src/domain/person/name-key'
import { parseSearch } from '../../../src/domain/person/search-query'
import type { RegisterPrefill } from '../../frame/navigation'

/** What a search that found nobody already says about the new person: name, phone, birth date, personal number. */
export function readSearch(typed: string, today: CalendarDay): RegisterPrefill {
  const query = parseSearch(typed, today)
  const birth = query.numbers.map(term => wholeDate(term.birth)).find(found => found !== null) ?? null
  const phone =
    query.numbers.map(term => term.phoneDigits).find(digits => (digits?.length ?? 0) >= 10) ?? null
  const nationalId = query.numbers.map(term => term.code).find(code => /^\d{12}$/u.test(code ?? '')) ?? null
  return {
    name: nameIn(typed),
    phone,
    birthDate: birth !== null && birth <= today ? birth : null,
    nationalId,
  }
}

/** The letters of the search, as a name is written; words that only lead to a number are left out. */
function nameIn(typed: string): string {
  const letters = typed
    .normalize('NFC')
    .replace(/\b(?:sinh|ngày|tháng|năm)(?=\s*\d)/giu, ' ')
    .replace(/[^\p{L}\p{M}'’\s-]+/gu, ' ')
    .replace(/(^|\s)-+(?=\s|$)/gu, ' ')
  return tidyName(letters)
}

function wholeDate(
  birth: { readonly year: number | null; readonly month: number | null; readonly day: number | null } | null,
): CalendarDay | null {
  if (birth === null || birth.year === null || birth.month === null || birth.day === null) return null
  return day(`${birth.year}-${String(birth.month).padStart(2, '0')}-${String(birth.day).padStart(2, '0')}`)
}
