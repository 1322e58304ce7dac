import { refuse } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Issue } from '../../../src/domain/document/facts'
import {
  buildSessionSheet,
  type SessionSheet,
  type SheetLists,
} from '../../../src/domain/document/session-sheet'
import { displayName } from '../../../src/domain/person/display-name'
import type { Role } from '../../../src/domain/point/point'
import type { NoShowReason } from '../../../src/domain/session/queue'
import { reactionSignWords } from '../../../src/domain/session/reaction-sign'
import type { Reaction, VisitOutcome } from '../../../src/domain/session/visit'
import type { ServiceContext } from '../service'
import { absentOn } from '../session/no-shows'
import { changesOf } from '../session/session-day'

const roleWords: Readonly<Record<Role, string>> = {
  receptionist: 'Tiếp đón',
  screener: 'Sàng lọc',
  vaccinator: 'Tiêm',
  'store-keeper': 'Kho',
  head: 'Trưởng điểm',
  admin: 'Quản trị',
  supervisor: 'Giám sát',
}
const whyWords: Readonly<Record<NoShowReason, string>> = {
  ill: 'Đang ốm',
  away: 'Đi vắng',
  refused: 'Từ chối tiêm',
  'will-come': 'Hẹn đến sau',
  'not-reached': 'Không liên lạc được',
  moved: 'Đã chuyển đi',
  elsewhere: 'Đã tiêm nơi khác',
  other: 'Lý do khác',
}
const outcomeWords: Readonly<Record<Exclude<VisitOutcome, 'vaccinated'>, string>> = {
  deferred: 'tạm hoãn',
  contraindicated: 'chống chỉ định',
  referred: 'chuyển bệnh viện',
  left: 'bỏ về',
  refused: 'không đồng ý tiêm',
}
const kindWords: Readonly<Record<Reaction['kind'], string>> = {
  common: 'thông thường',
  severe: 'NẶNG',
  other: 'khác',
}

/** The sheet of what was signed last on a day. Refuses with `session.not-closed` while nothing is signed. */
export function sessionSheetOf(context: ServiceContext, on: CalendarDay, issue: Issue): SessionSheet {
  const changes = changesOf(context, on)
  const signed = changes.findLast(({ closing }) => closing !== null)
  if (!signed?.closing) return refuse('session.not-closed')
  return buildSessionSheet({
    signed: { ...signed, closing: signed.closing },
    changes,
    roleName: roleWords[signed.byRole],
    vaccineName: code => context.resources.vaccines.get(code)?.shortName ?? code,
    lists: listsOf(context, on),
    issue,
  })
}

function listsOf(context: ServiceContext, on: CalendarDay): SheetLists {
  const { store } = context
  const visits = store.visits.listOn(on)
  const nameOf = (personId: string) => {
    const person = store.records.find('person', personId)
    return person ? displayName(person) : ''
  }
  return {
    noShows: absentOn(context, on).map(({ person, noShow }) => ({
      name: displayName(person),
      birthDate: person.birthDate,
      why: noShow ? [whyWords[noShow.reason], noShow.note].filter(Boolean).join(': ') : '',
    })),
    held: visits.flatMap(({ personId, outcome, outcomeNote }) =>
      outcome === null || outcome === 'vaccinated'
        ? []
        : [{ name: nameOf(personId), why: [outcomeWords[outcome], outcomeNote].filter(Boolean).join(', ') }],
    ),
    reactions: visits.flatMap(({ id, personId }) =>
      store.records.list('reaction', { visit_id: id }, 'created_stamp').map(({ kind, signs }) => ({
        name: nameOf(personId),
        what: `${kindWords[kind]} · ${signs.map(sign => reactionSignWords(sign, 'vi')).join(', ')}`,
      })),
    ),
  }
}
