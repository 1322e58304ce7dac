import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { NameNote } from '../../../src/domain/report/count-programme'
import type { HandbookList, HandbookSay, SaidFinding } from '../../../src/domain/report/handbook-lists'

/** Names of the lists on files; screens have their own in `renderer/text`. */
export const listNames: Readonly<Record<HandbookList, string>> = {
  antenatal: 'Khám thai đến hạn',
  'expected-births': 'Dự sinh',
  'birth-dose': 'Sơ sinh chưa tiêm',
  postpartum: 'Mẹ sau sinh chưa thăm khám',
  'not-weighed': 'Trẻ chưa cân',
  underweight: 'Trẻ nhẹ cân, gầy còm, chững lớn',
  milestones: 'Trẻ chậm mốc phát triển',
}

const written = (on: CalendarDay) => on.split('-').reverse().join('/')

/** What a line says, in the words of a file; names of signs and findings are given by code. */
export function sayWords(say: HandbookSay): string {
  switch (say.list) {
    case 'antenatal':
      return [
        say.age ? `tuần ${say.age.weeks}+${say.age.days}` : 'chưa có ngày dự sinh',
        say.visit !== null && `lần khám ${say.visit}`,
        say.lastVisitOn ? `khám gần nhất ${written(say.lastVisitOn)}` : 'chưa khám lần nào',
      ]
        .filter(Boolean)
        .join('; ')
    case 'expected-births':
      return [
        (say.fetuses ?? 1) > 1 && `${say.fetuses} thai`,
        say.hasRisks && 'có nguy cơ',
        say.isForgotten && 'chưa ghi kết thúc thai kỳ',
      ]
        .filter(Boolean)
        .join('; ')
    case 'birth-dose':
      return say.birthTime ? `sinh lúc ${say.birthTime}` : 'chưa ghi giờ sinh'
    case 'postpartum':
      return `sinh ngày ${written(say.bornOn)}`
    case 'not-weighed':
      return say.lastOn ? `cân gần nhất ${written(say.lastOn)}` : 'chưa cân lần nào từ khi sinh'
    case 'underweight':
      return say.findings.map(findingWords).join('; ')
    case 'milestones':
      return say.signs.map(({ text }) => text.vi).join('; ')
  }
}

function findingWords(finding: SaidFinding): string {
  if (finding.kind === 'weight-fell') return `tụt cân so với chuẩn từ ${written(finding.since)}`
  if (finding.kind === 'no-gain')
    return `${finding.lostKg > 0 ? 'sụt cân' : 'không tăng cân'} từ ${written(finding.since)}`
  if (finding.kind !== 'cut-off') return ''
  const name = finding.text?.vi ?? finding.code
  return finding.z === null ? name : `${name}: ${finding.z.toFixed(2).replace('.', ',')}`
}

/** Why a name is not counted, or what is known of one that is. */
export function noteWords(note: NameNote | null): string | null {
  if (note === null) return null
  if (note.code === 'visit-number') return `lần khám ${note.count}`
  if (note.code === 'visits-before') return `đã khám ${note.count} lần`
  if (note.code === 'weight') return `${note.grams} g`
  return noteNames[note.code]
}

const noteNames = {
  'not-protected': 'chưa được bảo vệ uốn ván',
  'protection-unknown': 'chưa rõ mũi uốn ván của mẹ',
  'no-postpartum-visit': 'chưa thăm khám sau sinh',
  'dose-late': 'tiêm sau 24 giờ',
  'dose-time-unknown': 'chưa rõ giờ sinh hoặc giờ tiêm',
  'no-dose': 'chưa tiêm viêm gan B sơ sinh',
  'weight-unknown': 'chưa ghi cân nặng',
} as const
