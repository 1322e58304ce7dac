import { describe, expect, test } from 'vitest'
import { readJson, readText } from '../../../main/exchange/read-json'
import { Trouble } from '../../../src/contract/errors'

/** A fault as one line: what was expected, where, and where the bracket was opened. */
function faultOf(text: string): string {
  return readJson(text)
    .faults.map(fault => {
      const { line, column } = fault.place
      const more = fault.kind === 'name-twice' ? fault.firstLine : fault.openedOnLine
      return `${fault.kind} ${line}:${column}${more === null ? '' : ` (${more})`}`
    })
    .join(', ')
}

describe('JSON that is none is refused at the place where a hand must go', () => {
  test.each([
    ['a comma that is missing: behind the value before it', '{\n  "a": 1\n  "b": 2\n}', 'comma 2:9'],
    ['a comma too many at the end of an object', '{\n  "a": 1,\n}', 'extra-comma 2:9'],
    ['a comma too many at the end of a list', '[\n  1,\n]', 'extra-comma 2:4'],
    ['a colon that is missing', '{"a" 1}', 'colon 1:5'],
    ['quotes that are not closed', '{\n  "a": "x\n}', 'quote 2:8'],
    ['quotes of a word processor', '{\n  “a”: 1\n}', 'plain-quote 2:3'],
    ['single quotes', "{'a': 1}", 'plain-quote 1:2'],
    ['a word without quotes', '{\n  "a": none\n}', 'symbol 2:8'],
    ['a comment', '{\n  "a": 1 // one\n}', 'no-comment 2:10'],
    ['a brace that is never closed', '{\n  "a": {\n    "b": 1\n', 'close-brace 4:1 (2)'],
    ['a list closed by a brace', '{\n  "a": [\n    1\n}', 'close-bracket 4:1 (2)'],
    ['an object closed by a bracket', '[\n  {"a": 1\n]', 'close-brace 3:1 (2)'],
    ['something behind the end', '{}\n}', 'end 2:1'],
    ['nothing at all', '', 'value 1:1'],
    ['a backslash that begins nothing', '{"a": "C:\\x"}', 'escape 1:7'],
    ['a value that is missing', '{"a": }', 'value 1:7'],
  ])('%s', (_, text, expected) => {
    expect(faultOf(text)).toBe(expected)
    expect(readJson(text).value).toBeUndefined()
  })

  test('a name given twice, in any object, because the later one would silently win', () => {
    expect(faultOf('{\n  "a": 1,\n  "b": {"c": 1, "c": 2},\n  "a": 3\n}')).toBe(
      'name-twice 4:3 (2), name-twice 3:17 (3)',
    )
  })

  test('brackets inside text open nothing', () => {
    expect(faultOf('{\n  "a": "[[[{"\n  "b": 1\n}')).toBe('comma 2:14')
  })
})

describe('places', () => {
  const text = '{\r\n  "ages": [\r\n    {"min": "9 months"},\r\n    {"max": null}\r\n  ]\r\n}'
  const json = readJson(text)

  test('of values and names', () => {
    expect(json.faults).toEqual([])
    expect(json.value).toEqual({ ages: [{ min: '9 months' }, { max: null }] })
    expect(json.placeOf([])).toEqual({ line: 1, column: 1 })
    expect(json.placeOf(['ages'])).toEqual({ line: 2, column: 11 })
    expect(json.placeOf(['ages', 0, 'min'])).toEqual({ line: 3, column: 13 })
    expect(json.placeOf(['ages', 0, 'min'], 'name')).toEqual({ line: 3, column: 6 })
    expect(json.placeOf(['ages', 1])).toEqual({ line: 4, column: 5 })
  })

  test('of what is not there: as far as the path leads', () => {
    expect(json.placeOf(['ages', 1, 'min'])).toEqual({ line: 4, column: 5 })
    expect(json.placeOf(['ages', 7])).toEqual({ line: 2, column: 11 })
    expect(json.placeOf(['else', 'where'])).toEqual({ line: 1, column: 1 })
  })
})

describe('bytes', () => {
  test('a mark at the beginning is no part of the text', () => {
    expect(readText(new TextEncoder().encode('\u{feff}{"a": "Sởi"}'))).toBe('{"a": "Sởi"}')
  })

  test('what is not UTF-8 is refused', () => {
    expect(() => readText(new Uint8Array([0x7b, 0xff, 0xfe]))).toThrow(Trouble)
  })
})
