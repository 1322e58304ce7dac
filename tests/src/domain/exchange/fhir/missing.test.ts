import { expect, test } from 'vitest'
import {
  mandatoryFields,
  missingForProvince,
  missingOfPerson,
  placeToMend,
} from '../../../../../src/domain/exchange/fhir/missing'
import type { Person } from '../../../../../src/domain/person/person'
import { child } from '../../person/people'
import { fromCard, givenHere } from './samples'

const facts = { vaccine: { antigens: ['Measles'] }, numbers: [{ number: 1 }], facilityCode: '38999' }
const newborn = child({ name: '', sex: 'unknown', identifiers: [], ethnicGroupCode: null, addresses: {} })

test('a complete child and a dose given here lack nothing', () => {
  expect(missingForProvince(child(), givenHere, facts)).toEqual([])
})

test('a newborn of whom only the mother is known lacks all but the birth date', () => {
  const ofPerson = mandatoryFields.slice(0, 10).filter(field => field !== 'birth-date')
  expect(missingOfPerson(newborn)).toEqual(ofPerson)
})

test('a place is a commune and a province, and a passport is a number too', () => {
  const home = child().addresses.current
  const half: Person['addresses'] = {
    ...child().addresses,
    ...(home ? { origin: { ...home, communeCode: null } } : {}),
  }
  const person = child({ addresses: half, identifiers: [{ system: 'passport', value: 'C1234567' }] })
  expect(missingOfPerson(person)).toEqual(['place-of-origin'])
})

test('a dose from a card lacks what the card does not say', () => {
  const unknown = { vaccine: null, numbers: [], facilityCode: null }
  const dose = { ...fromCard.value, placeName: null }
  expect(missingForProvince(child(), dose, unknown)).toEqual([
    'vaccine',
    'given-on',
    'dose-number',
    'facility',
    'antigen',
  ])
})

test('a dose given here needs the code of this point, one from elsewhere the name of its place', () => {
  expect(missingForProvince(child(), givenHere, { ...facts, facilityCode: null })).toEqual(['facility'])
  const elsewhere = { ...fromCard.value, givenOnAccuracy: null }
  expect(missingForProvince(child(), elsewhere, { ...facts, facilityCode: null })).toEqual([])
})

test('each field has a place where somebody fills it in; where a dose was given elsewhere, the dose says', () => {
  expect(mandatoryFields.map(field => placeToMend(field))).toEqual(
    mandatoryFields.map(field =>
      field === 'facility'
        ? 'point'
        : ['vaccine', 'given-on', 'dose-number', 'antigen'].includes(field)
          ? 'dose'
          : 'person',
    ),
  )
  expect(placeToMend('facility', 'historical')).toBe('dose')
})
