import { describe, expect, test } from 'vitest'
import { compareCase } from '../../../main/cases/compare-case'
import { runCase } from '../../../main/cases/run-case'
import { cdsiCases, cdsiSchedule } from './cdsi'

/*
 * CDC's published cases through the engine, with CDC's data: cases nobody here wrote. The rows below are those that the
 * README beside the cases shows the data not to yield, with the fields in which they differ and in no other.
 */
const notYielded: Readonly<Record<string, readonly string[]>> = {
  '2016-UC-0060': ['earliest', 'recommended'],
  '2016-UC-0110': ['earliest'],
  '2016-UC-0123': ['earliest', 'recommended'],
  '2016-UC-0130': ['earliest', 'recommended', 'past_due'],
  '2016-UC-0178': ['earliest', 'recommended'],
  '2016-UC-0189': ['dose 1 status'],
  '2020-UC-0003': ['dose 2 status', 'forecast_num'],
  '2022-UC-0001': ['forecast'],
  '2022-UC-0017': ['earliest'],
  '2023-UC-0047': ['series_status', 'forecast_num', 'earliest', 'recommended'],
  '2023-UC-0051': ['earliest', 'recommended', 'past_due'],
  '2025-UC-0015': ['past_due'],
}

const data = cdsiSchedule()
const cases = cdsiCases()

describe('the cases of CDC', () => {
  test.each(cases.filter(({ id }) => !(id in notYielded)))('$suite $vaccine_group $id', one => {
    expect(compareCase(one, runCase(one, data))).toEqual([])
  })

  test.each(Object.entries(notYielded))('%s differs only where the data does not yield it', (id, fields) => {
    const one = cases.find(it => it.id === id)
    const differences = one ? compareCase(one, runCase(one, data)) : []
    expect(differences.map(({ field }) => field)).toEqual(fields)
  })

  test('are all there', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(540)
  })
})
