import { describe, expect, test } from 'vitest'
import { Bits } from '../../../main/printing/bits'
import { qrModules } from '../../../main/printing/layout/symbols'
import { verifyCertificate } from '../../../src/contract/certificate-calls'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import { type CodePlace, formFor, moduleDots } from '../../../src/domain/certificate/fitting-form'
import { makeReadyToSign, openProvince, yearEnd } from '../../helpers/province'
import { readSymbols } from '../../helpers/read-symbol'
import type { TestPoint } from '../../helpers/test-point'
import { signedAt } from '../services/certificate-setting'
import { on, openReadyPoint, register } from '../services/ready-point'

const personLabel: CodePlace = { widthMm: 50, heightMm: 30, dpi: 203 }
const vialLabel: CodePlace = { widthMm: 30, heightMm: 20, dpi: 203 }
const roll: CodePlace = { widthMm: 72, heightMm: 72, dpi: 203 }
const born = on('2020-01-15')
/** What a child of six has when the programme and a purse were both followed. */
const history = [
  ['GENEHBVAX_05', 'BCG_IVAC', 'SII_PENTA', 'BOPV_POLYVAC', 'SII_PENTA', 'BOPV_POLYVAC', 'SII_PENTA'],
  ['BOPV_POLYVAC', 'IMOVAX_POLIO', 'IMOVAX_POLIO', 'MVVAC', 'JEVAX', 'JEVAX', 'MRVAC', 'DPT_IVAC', 'JEVAX'],
  ['ROTARIX', 'ROTARIX', 'PREVENAR13', 'PREVENAR13', 'PREVENAR13', 'VARIVAX', 'VARIVAX', 'HAVAX', 'HAVAX'],
].flat()

/** A person with the longest kind of name and 25 doses with lots, every fourth from another place. */
function personWithAll(point: TestPoint): string {
  const name = 'Nguyễn Hoàng Phương Trúc Quỳnh Anh'
  const personId = register(point, { name, birthDate: born, relatives: [] })
  const doses = history.map((vaccineCode, index) => ({
    vaccineCode,
    givenOn: addDays(born, index * 75),
    statedNumber: null,
    lotNumber: `${vaccineCode.slice(0, 3)}${2400 + index * 37}A`,
    placeName: index % 4 === 3 ? 'Trung tâm Y tế khu vực Thử Nghiệm' : 'Trạm Y tế Phường Đông Sơn',
  }))
  point.done(recordHistoricalDoses, { personId, doses })
  return personId
}

const sizeOf = (text: string) => qrModules(text, 'L').size

/** The code as the print head makes it; with growth, every black dot runs into the one beside it. */
function drawn(text: string, dots: number, grows = false): Bits {
  const { size, dark } = qrModules(text, 'L')
  const bits = new Bits((size + 8) * dots, (size + 8) * dots)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++)
      if (dark(x, y)) bits.fill((x + 4) * dots, (y + 4) * dots, dots + (grows ? 1 : 0), dots)
  }
  return bits
}

describe('the code of a certificate at 203 dpi', () => {
  const point = openReadyPoint()
  // A point with a code: an address made of the key's name would pack differently each time.
  makeReadyToSign(point, openProvince(), yearEnd, '38001')
  const personId = personWithAll(point)
  const cards = [1, 4, 8, 12, 16, 25].map(count => ({ count, card: signedAt(point, personId, count) }))

  test('is measured: what fits a slip, the label of a person, the label of a vial', () => {
    const measured = cards.map(({ count, card }) => ({
      count,
      codes: card.shc.length,
      full: Math.max(...card.shc.map(sizeOf)),
      compact: sizeOf(card.compact),
      slip: formFor(card, roll, sizeOf)?.form ?? 'nothing',
      person: formFor(card, personLabel, sizeOf)?.form ?? 'nothing',
      vial: formFor(card, vialLabel, sizeOf)?.form ?? 'nothing',
    }))
    expect(measured).toMatchInlineSnapshot(`
      [
        {
          "codes": 1,
          "compact": 41,
          "count": 1,
          "full": 89,
          "person": "health-card",
          "slip": "health-card",
          "vial": "compact",
        },
        {
          "codes": 1,
          "compact": 53,
          "count": 4,
          "full": 97,
          "person": "health-card",
          "slip": "health-card",
          "vial": "compact",
        },
        {
          "codes": 1,
          "compact": 57,
          "count": 8,
          "full": 101,
          "person": "health-card",
          "slip": "health-card",
          "vial": "compact",
        },
        {
          "codes": 1,
          "compact": 61,
          "count": 12,
          "full": 105,
          "person": "compact",
          "slip": "health-card",
          "vial": "compact",
        },
        {
          "codes": 2,
          "compact": 65,
          "count": 16,
          "full": 101,
          "person": "compact",
          "slip": "compact",
          "vial": "nothing",
        },
        {
          "codes": 2,
          "compact": 73,
          "count": 25,
          "full": 105,
          "person": "compact",
          "slip": "compact",
          "vial": "nothing",
        },
      ]
    `)
  })

  test('never goes below two dots a module, and keeps a millimetre of margin', () => {
    expect(moduleDots(101, personLabel)).toBe(2)
    expect(moduleDots(105, personLabel)).toBe(0)
    expect(moduleDots(64, vialLabel)).toBe(2)
    expect(moduleDots(65, vialLabel)).toBe(0)
    expect(moduleDots(101, { ...personLabel, dpi: 300 })).toBe(3)
  })

  test.each(['plain', 'grown'] as const)('reads back from the dots (%s) and verifies', async how => {
    for (const { card } of cards) {
      for (const text of [...card.shc, card.compact]) {
        const found = await readSymbols(drawn(text, 2, how === 'grown'))
        expect(found).toEqual([`QRCode:${text}`])
        expect(point.done(verifyCertificate, { text }).state).toBe('valid')
      }
    }
  })
})
