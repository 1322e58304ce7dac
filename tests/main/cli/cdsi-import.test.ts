import { describe, expect, test } from 'vitest'
import { importCdsi, readImported } from '../../../main/cdsi/import-cdsi'
import { parseXml } from '../../../main/cdsi/xml'
import { cdsiSchedule, cdsiSource } from './cdsi'

const source = cdsiSource()

/** The source with one place of one antigen's file changed. */
function changed(from: string | RegExp, to: string) {
  const antigens = source.antigens.map(text =>
    text.includes('<targetDisease>Measles<') ? text.replace(from, to) : text,
  )
  return { ...source, antigens }
}

describe('importCdsi', () => {
  test('brings every antigen, series and series dose of release 4.64', () => {
    const { schedule } = cdsiSchedule()
    const series = schedule.antigens.flatMap(antigen => antigen.series)
    expect(schedule.antigens).toHaveLength(30)
    expect(series).toHaveLength(143)
    expect(series.flatMap(({ doses }) => doses)).toHaveLength(484)
    expect(schedule.conflicts.flatMap(({ current }) => current)).toHaveLength(625)
  })

  test('brings immunity by birth, with its exclusions', () => {
    const measles = cdsiSchedule().schedule.antigens.find(({ code }) => code === 'Measles')
    expect(measles?.immunityByBirth).toEqual([
      { bornBefore: '1957-01-01', birthCountry: null, exclusions: ['055'] },
    ])
  })

  test.each([
    { why: 'an unreadable offset', from: '<absMinAge>12 months - 4 days<', to: '<absMinAge>12 moons<' },
    { why: 'an unknown type of series', from: '<seriesType>Standard<', to: '<seriesType>Usual<' },
    { why: 'an unreadable date', from: '<immunityBirthDate>01/01/1957<', to: '<immunityBirthDate>1957<' },
    {
      why: 'an unknown condition',
      from: /<conditionType>[^<]+</,
      to: '<conditionType>Vaccine Count by Moon<',
    },
    { why: 'an element left open', from: '</seriesName>', to: '' },
  ])('stops at $why', ({ from, to }) => {
    const other = changed(from, to)
    expect(other.antigens).not.toEqual(source.antigens)
    expect(() => readImported(importCdsi(other))).toThrow()
  })
})

describe('parseXml', () => {
  test('reads elements, entities and empty elements', () => {
    expect(parseXml('<?xml version="1.0"?><a><b>1 &lt; &#x2265;</b><c/></a>')).toEqual({
      name: 'a',
      text: '',
      children: [
        { name: 'b', text: '1 < ≥', children: [] },
        { name: 'c', text: '', children: [] },
      ],
    })
  })

  test.each(['<a b="1"/>', '<a><b></a></b>', '<a/><b/>', '<a>&nbsp;</a>', '<a>text<b/></a>', ''])(
    'refuses %j',
    text => {
      expect(() => parseXml(text)).toThrow()
    },
  )
})
