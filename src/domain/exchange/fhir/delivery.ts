import type { Birth, BirthPlace } from '../../maternal/birth'
import type { PostpartumVisit } from '../../maternal/postnatal-visit'
import {
  answered,
  chosen,
  dated,
  encounterRef,
  findings,
  listed,
  type Moment,
  measured,
  meetingOf,
  type Parts,
  pressure,
  said,
  vital,
} from './handbook-parts'
import { tidy } from './make'
import { episodeRef, gestationPart, momentOf } from './maternal'
import type { RecordState, WireContext, WireResource } from './wire'

const birthWays: Readonly<Record<BirthPlace, 'AMB' | 'IMP' | 'HH' | 'FLD'>> = {
  here: 'AMB',
  'commune-station': 'AMB',
  clinic: 'AMB',
  hospital: 'IMP',
  home: 'HH',
  'on-the-way': 'FLD',
}

const birthPlaceWords: Readonly<Record<BirthPlace, string | null>> = {
  here: null,
  hospital: 'Bệnh viện',
  'commune-station': 'Trạm y tế',
  clinic: 'Phòng khám',
  home: 'Tại nhà',
  'on-the-way': 'Trên đường',
}

/** A delivery: the mother's Encounter, and what is common to all children of it. */
export function birthResources(state: RecordState<'birth'>, knows: WireContext): readonly WireResource[] {
  const { value: birth } = state
  const moment = momentOf(state, birth.bornOn)
  const text = 'Cuộc sinh'
  return [
    meetingOf(knows, {
      moment,
      kind: 'own-birth',
      text,
      way: birthWays[birth.place],
      placeName: tidy(birth.placeName) ?? birthPlaceWords[birth.place],
      episode: episodeRef(birth.pregnancyId, knows),
    }),
    ...findings(
      knows,
      { ...moment, encounter: encounterRef(state) },
      { name: 'own-birth-findings', text, parts: birthParts(birth, knows), note: [birth.note] },
    ),
  ]
}

/** How far the pregnancy was; null where nobody wrote it. */
export function gestationDaysOf({
  gestationWeeks,
  gestationDays,
}: Pick<Birth, 'gestationWeeks' | 'gestationDays'>): number | null {
  return gestationWeeks === null ? null : gestationWeeks * 7 + (gestationDays ?? 0)
}

function birthParts(birth: Birth, knows: WireContext): Parts {
  return [
    ...chosen(knows, 'delivery-method', 'Cách sinh', birth.mode),
    ...chosen(knows, 'own-birth-place', 'Nơi sinh', birth.place),
    ...chosen(knows, 'own-attendant', 'Người đỡ đẻ', birth.attendant),
    ...said(knows, 'own-attendant-name', 'Tên người đỡ đẻ', birth.attendantName),
    ...gestationPart(knows, 'gestation', gestationDaysOf(birth)),
    ...measured(knows, 'own-blood-loss', 'Lượng máu mất', birth.bloodLossMl, 'mL'),
    ...listed(knows, 'complication', birth.complications),
    ...chosen(knows, 'own-mother-state', 'Tình trạng mẹ', birth.motherState),
  ]
}

/** A look after the mother in the weeks after birth. */
export function postpartumResources(
  state: RecordState<'postpartum-visit'>,
  knows: WireContext,
): readonly WireResource[] {
  const { value: visit } = state
  const moment = momentOf(state, visit.visitedOn)
  const inside: Moment = { ...moment, encounter: encounterRef(state) }
  const text = 'Khám sau sinh'
  const birth = knows.find('birth', visit.birthId)
  return [
    meetingOf(knows, {
      moment,
      kind: 'own-postpartum-visit',
      text,
      placeName: visit.placeName,
      episode: episodeRef(birth?.value.pregnancyId ?? null, knows),
    }),
    ...vital(knows, inside, 'temperature', 'Thân nhiệt', visit.temperatureC, 'Cel'),
    ...vital(knows, inside, 'pulse', 'Mạch', visit.pulse, '/min'),
    ...pressure(knows, inside, visit),
    ...findings(knows, inside, {
      name: 'own-postpartum-findings',
      text,
      parts: postpartumParts(visit, knows),
      note: [visit.advice],
    }),
  ]
}

function postpartumParts(visit: PostpartumVisit, knows: WireContext): Parts {
  return [
    ...answered(knows, 'mother-check', visit.checks),
    ...said(knows, 'own-vitamin-a', 'Đã uống vitamin A', visit.vitaminA),
    ...said(knows, 'own-contraception', 'Biện pháp tránh thai', visit.contraception),
    ...listed(knows, 'mother-danger', visit.dangerSigns),
    ...said(knows, 'own-referred-to', 'Chuyển đến', visit.referredTo),
    ...dated(knows, 'own-next-visit', 'Hẹn khám lại', visit.nextVisitOn),
  ]
}
