import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../../src/domain/journal/canonical-json'

describe('canonicalJson', () => {
  const cases = [
    { what: 'keys in order, without spaces', value: { b: 1, a: 'x' }, text: '{"a":"x","b":1}' },
    {
      what: 'nested keys in order',
      value: { a: { d: null, c: [3, 1] } },
      text: '{"a":{"c":[3,1],"d":null}}',
    },
    { what: 'undefined fields left out', value: { a: undefined, b: false }, text: '{"b":false}' },
    { what: 'diacritics as they are', value: 'Đặng Thị Mỹ Lệ', text: '"Đặng Thị Mỹ Lệ"' },
    { what: 'nothing at all as null', value: undefined, text: 'null' },
  ]
  test.each(cases)('$what', ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test('reads back as the same value, and equal values have equal text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value)
        const back: unknown = JSON.parse(text)
        expect(back).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(back)).toBe(text)
      }),
    )
  })
})
