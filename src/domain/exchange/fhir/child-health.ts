import type { ChildCheck } from '../../child/child-check'
import type { Newborn } from '../../maternal/birth'
import type { NewbornVisit } from '../../maternal/postnatal-visit'
import type { FamilyRelation } from '../../person/family'
import { gestationDaysOf } from './delivery'
import {
  answered,
  chosen,
  counted,
  dated,
  encounterRef,
  findings,
  listed,
  type Moment,
  measured,
  meetingOf,
  type Parts,
  said,
  vital,
} from './handbook-parts'
import { coding, concept, make, reference, tidy, toResource } from './make'
import { relatedPatientUrl } from './marks'
import { numbers } from './patient'
import type { RecordState, WireContext, WireResource } from './wire'

/**
 * One child of a birth: measures of the first minutes as parts of one Observation about the child, in the mother's
 * Encounter. A child not born alive has no record: then it is an Observation about the mother.
 */
export function newbornResources(state: RecordState<'newborn'>, knows: WireContext): readonly WireResource[] {
  const { value: newborn } = state
  const birth = knows.find('birth', newborn.birthId)
  const personId = newborn.personId ?? birth?.value.personId
  if (personId === undefined) return []
  const moment: Moment = {
    state,
    personId,
    on: newborn.bornOn,
    byUserId: newborn.byUserId,
    byName: newborn.byName,
    encounter: birth ? encounterRef(birth) : null,
  }
  // Of a living child weight and age at birth travel with the child's own record.
  const days = birth && newborn.personId === null ? gestationDaysOf(birth.value) : null
  return findings(knows, moment, {
    name: 'own-newborn',
    text: newborn.alive ? 'Trẻ khi sinh' : 'Thai chết khi sinh',
    parts: [...measured(knows, 'gestation', 'Tuổi thai', days, 'd'), ...newbornParts(newborn, knows)],
    note: [newborn.note],
  })
}

function newbornParts(newborn: Newborn, knows: WireContext): Parts {
  const moment = newborn.bornAt === null ? null : `${newborn.bornOn}T${newborn.bornAt}:00+07:00`
  return [
    ...measured(
      knows,
      'birth-weight',
      'Cân nặng khi sinh',
      newborn.personId === null ? newborn.weightG : null,
      'g',
    ),
    ...measured(knows, 'birth-length', 'Chiều dài khi sinh', newborn.lengthCm, 'cm'),
    ...measured(knows, 'head', 'Vòng đầu', newborn.headCm, 'cm'),
    ...counted(knows, 'apgar-1', 'Apgar 1 phút', newborn.apgar1),
    ...counted(knows, 'apgar-5', 'Apgar 5 phút', newborn.apgar5),
    ...counted(knows, 'apgar-10', 'Apgar 10 phút', newborn.apgar10),
    ...counted(knows, 'own-birth-order', 'Thứ tự sinh', newborn.order),
    ...dated(knows, 'own-born-at', 'Giờ sinh', moment),
    ...said(knows, 'own-born-alive', 'Sinh ra sống', newborn.alive),
    ...chosen(knows, 'own-sex', 'Giới tính', newborn.sex),
    ...said(knows, 'own-cried-at-once', 'Khóc ngay', newborn.criedAtOnce),
    ...said(knows, 'own-skin-to-skin', 'Da kề da', newborn.skinToSkin),
    ...said(knows, 'own-breastfed-within-hour', 'Bú trong giờ đầu', newborn.breastfedWithinHour),
    ...said(knows, 'own-vitamin-k', 'Vitamin K1', newborn.vitaminK),
    ...said(knows, 'own-eye-care', 'Nhỏ mắt', newborn.eyeCare),
    ...said(knows, 'own-defects', 'Dị tật', newborn.defects),
    ...answered(knows, 'screening', newborn.screenings),
  ]
}

/** A look after a newborn. */
export function newbornVisitResources(
  state: RecordState<'newborn-visit'>,
  knows: WireContext,
): readonly WireResource[] {
  const { value: visit } = state
  const { personId, visitedOn: on, byUserId, byName } = visit
  const moment = { state, personId, on, byUserId, byName }
  const inside: Moment = { ...moment, encounter: encounterRef(state) }
  const text = 'Khám trẻ sơ sinh'
  return [
    meetingOf(knows, {
      moment,
      kind: 'own-newborn-visit',
      text,
      placeName: visit.placeName,
      episode: null,
    }),
    ...vital(knows, inside, 'weight', 'Cân nặng', visit.weightKg, 'kg'),
    ...vital(knows, inside, 'temperature', 'Thân nhiệt', visit.temperatureC, 'Cel'),
    ...vital(knows, inside, 'breaths', 'Nhịp thở', visit.breathsPerMinute, '/min'),
    ...findings(knows, inside, {
      name: 'own-newborn-visit-findings',
      text,
      parts: newbornVisitParts(visit, knows),
      note: [visit.advice],
    }),
  ]
}

function newbornVisitParts(visit: NewbornVisit, knows: WireContext): Parts {
  return [
    ...answered(knows, 'newborn-check', visit.checks),
    ...listed(knows, 'newborn-danger', visit.dangerSigns),
    ...said(knows, 'own-referred-to', 'Chuyển đến', visit.referredTo),
    ...dated(knows, 'own-next-visit', 'Hẹn khám lại', visit.nextVisitOn),
  ]
}

/** A check of a child: Encounter, weight, length or height, head, and everything else in one Observation. */
export function childCheckResources(
  state: RecordState<'child-check'>,
  knows: WireContext,
): readonly WireResource[] {
  const { value: check } = state
  const { personId, checkedOn: on, byUserId, byName } = check
  const moment = { state, personId, on, byUserId, byName }
  const inside: Moment = { ...moment, encounter: encounterRef(state) }
  const text = 'Khám sức khỏe trẻ em'
  const isStanding = check.position === 'standing'
  const [stature, words] = isStanding
    ? (['height', 'Chiều cao'] as const)
    : (['length', 'Chiều dài nằm'] as const)
  return [
    meetingOf(knows, { moment, kind: 'own-child-check', text, placeName: check.placeName, episode: null }),
    ...vital(knows, inside, 'weight', 'Cân nặng', check.weightKg, 'kg'),
    ...vital(knows, inside, stature, words, check.lengthHeightCm, 'cm'),
    ...vital(knows, inside, 'head', 'Vòng đầu', check.headCm, 'cm'),
    ...findings(knows, inside, {
      name: 'own-child-check-findings',
      text,
      parts: checkParts(check, knows),
      note: [check.advice],
    }),
  ]
}

function checkParts(check: ChildCheck, knows: WireContext): Parts {
  return [
    // LOINC names the right arm; WHO measures the left one.
    ...measured(knows, 'own-arm', 'Vòng cánh tay', check.armCm, 'cm'),
    ...said(knows, 'own-oedema', 'Phù hai bàn chân', check.oedema),
    ...listed(knows, 'feeding', check.feeding),
    ...listed(knows, 'supplement', check.supplements),
    ...answered(knows, 'sign', check.signs),
    ...listed(knows, 'child-danger', check.dangerSigns),
    ...said(knows, 'own-illness', 'Bệnh', check.illness),
    ...said(knows, 'own-referred-to', 'Chuyển đến', check.referredTo),
    ...dated(knows, 'own-next-visit', 'Hẹn khám lại', check.nextVisitOn),
  ]
}

const roleSystem = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode'
const roles: Readonly<Record<FamilyRelation, { readonly code: string; readonly text: string }>> = {
  mother: { code: 'MTH', text: 'Mẹ' },
  father: { code: 'FTH', text: 'Bố' },
  guardian: { code: 'GUARD', text: 'Người giám hộ' },
  sibling: { code: 'SIB', text: 'Anh chị em' },
}

/**
 * Two people of one household: a RelatedPerson of the one that leads to the Patient of the other, by reference and by the
 * other's numbers. It is how a mother and her child find each other at the server.
 */
export function familyLinkResources(
  state: RecordState<'family-link'>,
  knows: WireContext,
): readonly WireResource[] {
  const { personId, relativeId, relation, since, until } = state.value
  const patient = toResource('Patient', 'person', personId)
  const other = toResource('Patient', 'person', relativeId)
  const relative = knows.find('person', relativeId)?.value
  if (relative === undefined) return []
  const { code, text } = roles[relation]
  const name = tidy(relative.name)
  const period = { start: since ?? undefined, end: until ?? undefined }
  return [
    make(knows.codes, {
      type: 'RelatedPerson',
      state,
      references: [patient, other],
      fields: {
        extension: [{ url: relatedPatientUrl(knows.codes), valueReference: reference(other) }],
        active: !state.voided,
        patient: reference(patient),
        identifier: numbers(relative.identifiers, knows),
        relationship: [concept([coding(roleSystem, code)], text)],
        name: name === undefined ? undefined : [{ text: name }],
        birthDate: relative.birthDate,
        period: since === null && until === null ? undefined : period,
      },
    }),
  ]
}
