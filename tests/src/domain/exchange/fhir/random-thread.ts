import fc from 'fast-check'
import type { RecordState } from '../../../../../src/domain/exchange/fhir/wire'
import {
  antenatalBody,
  birthBody,
  birthId,
  checkBody,
  handbookThread,
  motherId,
  newbornBody,
  newbornVisitBody,
  postpartumBody,
  pregnancyBody,
  pregnancyId,
} from './handbook-samples'
import { idOf, recordOf } from './register'

type Maybe = <T>(of: fc.Arbitrary<T>) => fc.Arbitrary<T | null>

/** Each field of a record as it is, or not said. */
function sparse<T extends object>(body: T, keep: readonly (keyof T)[]): fc.Arbitrary<T> {
  const names = (Object.keys(body) as (keyof T)[]).filter(name => !keep.includes(name))
  return fc.subarray(names).map(left => {
    const gone = left.map(name => {
      const value = body[name]
      if (Array.isArray(value)) return [name, []]
      const isAnswers = ['checks', 'signs', 'screenings'].includes(String(name))
      return [name, isAnswers ? {} : null]
    })
    return { ...body, ...Object.fromEntries(gone) } as T
  })
}

/** A mother and her twins with anything left out, and with words as people type them. */
export function randomThread(line: fc.Arbitrary<string>, maybe: Maybe): fc.Arbitrary<readonly RecordState[]> {
  const ends = ['personId'] as const
  return fc
    .record({
      pregnancy: sparse(pregnancyBody, [...ends, 'enrolledOn', 'riskCodes']),
      visit: sparse(antenatalBody, [...ends, 'pregnancyId', 'visitedOn']),
      birth: sparse(birthBody, [...ends, 'bornOn', 'place', 'mode', 'motherState']),
      newborn: sparse(newbornBody, [...ends, 'birthId', 'order', 'bornOn', 'alive', 'sex']),
      postpartum: sparse(postpartumBody, [...ends, 'birthId', 'visitedOn']),
      newbornVisit: sparse(newbornVisitBody, [...ends, 'visitedOn']),
      check: sparse(checkBody, [...ends, 'checkedOn']),
      words: line,
      place: maybe(line),
      mark: fc.record({ voided: fc.boolean(), reason: maybe(line) }),
    })
    .map(({ words, place, mark, ...bodies }) => [
      ...handbookThread.filter(({ noun }) => ['person', 'family-link', 'handbook'].includes(noun)),
      recordOf('pregnancy', pregnancyId, { ...bodies.pregnancy, riskNote: words }, mark),
      recordOf('antenatal-visit', idOf(220), { ...bodies.visit, advice: words, placeName: place }, mark),
      recordOf('birth', birthId, { ...bodies.birth, note: words, placeName: place }, mark),
      recordOf('newborn', idOf(231), { ...bodies.newborn, defects: place }, mark),
      recordOf('postpartum-visit', idOf(240), { ...bodies.postpartum, advice: words }, mark),
      recordOf('newborn-visit', idOf(241), { ...bodies.newbornVisit, placeName: place }, mark),
      recordOf('child-check', idOf(250), { ...bodies.check, illness: words }, mark),
      recordOf('child-check', idOf(251), { ...bodies.check, personId: motherId, position: 'standing' }),
    ])
}
