import type { AssembledBook } from '../../../src/contract/assemble-book'
import type { ScheduleVersionView } from '../../../src/contract/schedule-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type ScheduleVersion, scheduleOn } from '../../../src/domain/schedule/schedule-book'

/** The versions of a book as lists show them: programmes, the newest first, then supplements. */
export function versionViews(assembled: AssembledBook, today: CalendarDay): readonly ScheduleVersionView[] {
  const { book } = assembled
  const current = scheduleOn(book, today)
  const views = book.versions
    .map(version => versionView(version, assembled, current.code, today))
    .toReversed()
  return [
    ...views.filter(({ kind }) => kind === 'programme'),
    ...views.filter(({ kind }) => kind !== 'programme'),
  ]
}

function versionView(
  version: ScheduleVersion,
  { fileOf }: AssembledBook,
  programme: string,
  today: CalendarDay,
): ScheduleVersionView {
  const { antigens, sources: _sources, basedOn: _basedOn, campaigns: _campaigns, ...rest } = version
  const { protectedAtBirth: _protectedAtBirth, campaignDosesCount: _counts, ...shown } = rest
  const rows = [...antigens.values()].flatMap(({ series }) => series.flatMap(({ doses }) => doses))
  const isOpen = version.validFrom <= today && (version.validTo === null || today <= version.validTo)
  return {
    ...shown,
    isInForce: version.kind === 'programme' ? version.code === programme : isOpen,
    rows: rows.length,
    confirmedRows: rows.filter(({ confirmedBy }) => confirmedBy !== null).length,
    fileId: fileOf.get(version.code) ?? null,
  }
}
