import type { AntenatalTest, AntenatalVisit } from '../../maternal/antenatal-visit'
import { datingOf, type Gestation, gestationOn } from '../../maternal/dating'
import type { Handbook } from '../../maternal/handbook'
import type { Pregnancy } from '../../maternal/pregnancy'
import {
  called,
  chosen,
  counted,
  dated,
  encounterRef,
  findings,
  listed,
  type Moment,
  measured,
  meetingOf,
  observed,
  ownSystem,
  type Parts,
  pressure,
  restricted,
  said,
  vital,
} from './handbook-parts'
import { coding, concept, filled, make, reference, tidy, toResource } from './make'
import type { Json, RecordState, WireContext, WireReference, WireResource } from './wire'

const conditions = 'http://terminology.hl7.org/CodeSystem'
const icd10 = 'http://hl7.org/fhir/sid/icd-10'

/** A pregnancy: the episode of care, the condition it is about, and what dates it. */
export function pregnancyResources(
  state: RecordState<'pregnancy'>,
  knows: WireContext,
): readonly WireResource[] {
  return [conditionOf(state, knows), episodeOf(state, knows), datingObservation(state, knows)]
}

/** The condition: ICD-10 by whether risks are known (Z34 supervision of normal, Z35 of high-risk pregnancy). */
function conditionOf(state: RecordState<'pregnancy'>, knows: WireContext): WireResource {
  const { personId, enrolledOn, endedOn, riskCodes, riskNote } = state.value
  const patient = toResource('Patient', 'person', personId)
  const isHigh = riskCodes.length > 0
  const code = isHigh
    ? coding(icd10, 'Z35', 'Supervision of high-risk pregnancy')
    : coding(icd10, 'Z34', 'Supervision of normal pregnancy')
  const note = [tidy(riskNote), tidy(state.value.note), state.voided ? tidy(state.reason) : undefined]
  return make(knows.codes, {
    type: 'Condition',
    state,
    references: [patient],
    fields: {
      clinicalStatus: state.voided
        ? undefined
        : concept([coding(`${conditions}/condition-clinical`, isOver(state.value) ? 'resolved' : 'active')]),
      verificationStatus: concept([
        coding(`${conditions}/condition-ver-status`, state.voided ? 'entered-in-error' : 'confirmed'),
      ]),
      category: [concept([coding(`${conditions}/condition-category`, 'problem-list-item')])],
      code: concept([code, coding(ownSystem(knows), 'pregnancy')], 'Mang thai'),
      subject: reference(patient),
      abatementDateTime: state.voided || !isOver(state.value) ? undefined : (endedOn ?? undefined),
      recordedDate: enrolledOn,
      note: filled(note.flatMap(text => (text === undefined ? [] : [{ text }]))),
    },
  })
}

function isOver({ outcome, endedOn }: Pregnancy): boolean {
  return outcome !== null || endedOn !== null
}

function episodeOf(state: RecordState<'pregnancy'>, knows: WireContext): WireResource {
  const { personId, enrolledOn, endedOn, outcome } = state.value
  const patient = toResource('Patient', 'person', personId)
  const condition = toResource('Condition', 'pregnancy', state.id)
  const point = knows.pointId === null ? null : toResource('Organization', 'point', knows.pointId)
  const url = `${ownSystem(knows)}:outcome`
  const status = isOver(state.value) ? 'finished' : 'active'
  return make(knows.codes, {
    type: 'EpisodeOfCare',
    state,
    references: [patient, condition, point],
    fields: {
      extension: outcome === null ? undefined : [{ url, valueCode: outcome }],
      status: state.voided ? 'entered-in-error' : status,
      type: [concept([coding(ownSystem(knows), 'pregnancy')], 'Theo dõi thai nghén')],
      diagnosis: [{ condition: reference(condition) }],
      patient: reference(patient),
      managingOrganization: point ? reference(point) : undefined,
      period: { start: enrolledOn, end: endedOn ?? undefined },
    },
  })
}

/** The due date with what it follows from, the history, and the risks. */
function datingObservation(state: RecordState<'pregnancy'>, knows: WireContext): WireResource {
  const { value: pregnancy } = state
  const dating = datingOf(knows.handbook.dating, pregnancy)
  const { para, scan } = pregnancy
  const parts: Parts = [
    ...dated(knows, 'last-period', 'Ngày đầu kỳ kinh cuối', pregnancy.lastPeriodOn),
    ...dated(knows, 'due-date-by-period', 'Dự sinh theo kỳ kinh cuối', dating?.periodDueOn ?? null),
    ...dated(knows, 'due-date-by-scan', 'Dự sinh theo siêu âm', dating?.scanDueOn ?? null),
    ...gestationPart(knows, 'gestation-by-scan', scan && scan.weeks * 7 + scan.days),
    ...dated(knows, 'own-scan-on', 'Ngày siêu âm', scan?.on ?? null),
    ...counted(knows, 'gravida', 'Số lần mang thai', pregnancy.gravida),
    ...counted(knows, 'births-term', 'Sinh đủ tháng', para?.term ?? null),
    ...counted(knows, 'births-preterm', 'Sinh thiếu tháng', para?.preterm ?? null),
    ...counted(knows, 'abortions', 'Sẩy, phá thai', para?.lost ?? null),
    ...counted(knows, 'children-living', 'Con đang sống', para?.living ?? null),
    ...measured(knows, 'height', 'Chiều cao', pregnancy.heightCm, 'cm'),
    ...measured(
      knows,
      'weight-before-pregnancy',
      'Cân nặng trước khi mang thai',
      pregnancy.weightBeforeKg,
      'kg',
    ),
    ...counted(knows, 'own-fetuses', 'Số thai', pregnancy.fetuses),
    ...listed(knows, 'risk', pregnancy.riskCodes),
  ]
  const moment: Moment = { ...momentOf(state, pregnancy.enrolledOn), encounter: null }
  const isRestricted = pregnancy.riskCodes.some(code => carefulRisks.includes(code))
  return observed(knows, moment, 'dating', {
    ...(isRestricted ? restricted : {}),
    category: [concept([coding(`${conditions}/observation-category`, 'exam', 'Exam')])],
    code: called(knows, 'due-date', 'Ngày dự sinh'),
    ...(dating
      ? { valueDateTime: dating.dueOn, method: { text: dating.reason } }
      : { dataAbsentReason: concept([coding(`${conditions}/data-absent-reason`, 'unknown', 'Unknown')]) }),
    component: filled(parts),
  })
}

/** How far a pregnancy was. */
export function gestationPart(
  knows: WireContext,
  name: 'gestation' | 'gestation-by-period' | 'gestation-by-scan',
  totalDays: number | null,
): Parts {
  // In days, because completed weeks and further days are one number there.
  return measured(knows, name, 'Tuổi thai', totalDays, 'd')
}

type Written = {
  readonly personId: string
  readonly byUserId: string | null
  readonly byName: string | null
}

/** Whose a record of the handbook is, when it was, and who wrote it. */
export function momentOf<
  N extends 'pregnancy' | 'antenatal-visit' | 'birth' | 'postpartum-visit' | 'handbook',
>(state: RecordState<N>, on: Moment['on']): Omit<Moment, 'encounter'> {
  const { personId, byUserId, byName } = state.value as Written
  return { state, personId, on, byUserId, byName }
}

/** The pregnancy a record belongs to, where the register has it. */
export function episodeRef(pregnancyId: string | null, knows: WireContext): WireReference | null {
  if (pregnancyId === null || knows.find('pregnancy', pregnancyId) === null) return null
  return toResource('EpisodeOfCare', 'pregnancy', pregnancyId)
}

function ageAt(pregnancyId: string, on: Moment['on'], knows: WireContext): Gestation | null {
  const pregnancy = knows.find('pregnancy', pregnancyId)
  const dating = pregnancy && datingOf(knows.handbook.dating, pregnancy.value)
  return dating && gestationOn(dating, on)
}

/** One antenatal visit: Encounter, weight, blood pressure, and everything else in one Observation. */
export function antenatalResources(
  state: RecordState<'antenatal-visit'>,
  knows: WireContext,
): readonly WireResource[] {
  const { value: visit } = state
  const moment = momentOf(state, visit.visitedOn)
  const inside: Moment = { ...moment, encounter: encounterRef(state) }
  const text = 'Khám thai'
  return [
    meetingOf(knows, {
      moment,
      kind: 'own-antenatal-visit',
      text,
      placeName: visit.placeName,
      episode: episodeRef(visit.pregnancyId, knows),
    }),
    ...vital(knows, inside, 'weight', 'Cân nặng', visit.weightKg, 'kg'),
    ...pressure(knows, inside, visit),
    ...findings(knows, inside, {
      name: 'own-antenatal-findings',
      text,
      parts: antenatalParts(visit, knows),
      note: [visit.diagnosis, visit.advice],
      isRestricted: visit.tests.some(({ code }) => carefulTests.includes(code)),
    }),
  ]
}

/** Risks that say the same. */
const carefulRisks: readonly string[] = ['hiv-positive', 'syphilis-positive']

/** Who is infected with these is known to as few as possible: the Observation says that it is restricted. */
const carefulTests: readonly string[] = ['hiv', 'syphilis']

function antenatalParts(visit: AntenatalVisit, knows: WireContext): Parts {
  const { scan } = visit
  const age = ageAt(visit.pregnancyId, visit.visitedOn, knows)
  return [
    ...gestationPart(knows, 'gestation', age?.totalDays ?? null),
    ...measured(knows, 'fundal-height', 'Bề cao tử cung', visit.fundalHeightCm, 'cm'),
    ...measured(knows, 'own-abdominal-girth', 'Vòng bụng', visit.abdominalGirthCm, 'cm'),
    ...visit.fetalHeartRates.flatMap(rate => measured(knows, 'fetal-heart', 'Tim thai', rate, '/min')),
    ...chosen(knows, 'presentation', 'Ngôi thai', visit.presentation),
    ...said(knows, 'own-oedema', 'Phù', visit.oedema),
    ...chosen(knows, 'urine-protein', 'Protein niệu', visit.urineProtein),
    ...measured(knows, 'haemoglobin', 'Huyết sắc tố', visit.haemoglobin, 'g/L'),
    ...visit.tests.map(test => testPart(test, knows)),
    ...gestationPart(
      knows,
      'gestation-by-scan',
      scan?.weeks == null ? null : scan.weeks * 7 + (scan.days ?? 0),
    ),
    ...said(knows, 'own-scan', 'Siêu âm', scan?.note ?? null),
    ...counted(knows, 'own-iron-folate', 'Viên sắt và acid folic', visit.ironFolateTablets),
    ...listed(knows, 'pregnancy-danger', visit.dangerSigns),
    ...said(knows, 'own-referred-to', 'Chuyển đến', visit.referredTo),
    ...dated(knows, 'own-next-visit', 'Hẹn khám lại', visit.nextVisitOn),
  ]
}

function testPart({ code, result, note }: AntenatalTest, knows: WireContext): Json {
  const words = knows.handbook.words('test', code)
  const own = coding(ownSystem(knows, 'test'), code, words)
  const { hbsag } = knows.codes.measures
  const known = code === 'hbsag' ? [coding(hbsag.system, hbsag.code, hbsag.display)] : []
  return {
    code: concept([...known, own], words),
    valueCodeableConcept: concept([coding(ownSystem(knows, 'answer'), result)], tidy(note)),
  }
}

/** That a handbook was handed out; what stands in it are the records themselves. */
export function handbookResources(
  state: RecordState<'handbook'>,
  knows: WireContext,
): readonly WireResource[] {
  const { value: handbook } = state
  const moment: Moment = { ...momentOf(state, handbook.issuedOn), encounter: null }
  return findings(knows, moment, {
    name: 'own-handbook-issued',
    text: 'Đã phát Sổ theo dõi sức khỏe bà mẹ và trẻ em',
    parts: handbookParts(handbook, knows),
  })
}

function handbookParts({ kind, number }: Handbook, knows: WireContext): Parts {
  return [
    ...chosen(knows, 'own-handbook-kind', 'Loại sổ', kind),
    ...said(knows, 'own-handbook-number', 'Số của sổ', number),
  ]
}
