import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { garbleSteps } from '../../../../src/domain/scan/garble'
import { type KeyHeard, ScanBurst, usualScanner } from '../../../../src/domain/scan/scan-burst'
import type { ScanArrival } from '../../../../src/domain/scan/scan-types'
import { usKeyOf } from '../../../../src/domain/scan/wedge'
import { qr } from './layouts'

const plain = { isShifted: false, isAlt: false, isComposing: false, isRepeat: false }

function press(sign: string, atMs: number): KeyHeard {
  const key = usKeyOf(sign)
  const named = sign.length > 1 ? sign : (key?.code ?? '')
  return { ...plain, key: sign, code: named, isShifted: key?.isShifted ?? false, atMs, heardMs: atMs }
}

function typed(signs: readonly string[], gapMs: number, burst = new ScanBurst()): ScanArrival | null {
  let arrival: ScanArrival | null = null
  for (const [at, sign] of signs.entries()) arrival = burst.hearKey(press(sign, at * gapMs)) ?? arrival
  return arrival
}

const code = '2025000700004217'

describe('ScanBurst', () => {
  test.each(['Enter', 'Tab'])('a fast code with %s is a scan, said by letters and by keys', end => {
    expect(typed([...code, end], 8)).toEqual({ text: code, physical: code, touched: false })
  })

  test('the same code typed by hand is not, nor a date, a name or a telephone number with a pause', () => {
    expect(typed([...code, 'Enter'], 60)).toBeNull()
    expect(typed([...'18052025', 'Enter'], 5)).toBeNull()
    expect(typed([...'nguyen thi anh', 'Enter'], 5)).toBeNull()
    const burst = new ScanBurst()
    typed([...'0912345678'], 5, burst)
    expect(burst.hearKey(press('Enter', 1_000))).toBeNull()
  })

  test('a slow scanner is heard once its speed was learned; one without Enter once it falls silent', () => {
    const slow = { ...usualScanner, longestGapMs: 75 }
    expect(typed([...code, 'Enter'], 50, new ScanBurst(slow))?.text).toBe(code)
    const silent = new ScanBurst({ ...usualScanner, ending: 'silence' })
    typed([...code], 8, silent)
    expect(silent.fallSilent()?.text).toBe(code)
    const usual = new ScanBurst()
    typed([...code], 8, usual)
    expect(usual.fallSilent()).toBeNull()
  })

  test('what a scanner was told to add is taken off', () => {
    const burst = new ScanBurst({ ...usualScanner, prefix: '~', suffix: '#' })
    expect(typed([...`~${code}#`, 'Enter'], 8, burst)).toMatchObject({ text: code, physical: code })
  })

  test('a key that is held down is no scan', () => {
    const burst = new ScanBurst()
    for (let at = 0; at < 20; at++) burst.hearKey({ ...press('9', at * 30), isRepeat: at > 0 })
    expect(burst.hearKey(press('Enter', 600))).toBeNull()
  })

  test('another keyboard layout: letters and keys differ, and nothing is missing', () => {
    const burst = new ScanBurst()
    const french = [...'à&éèàààçààààé&ç'].map((key, at) => ({
      ...press(key, at * 5),
      key,
      isShifted: false,
      code: `Digit${code[at]}`,
    }))
    for (const heard of french) burst.hearKey(heard)
    const arrival = burst.hearKey(press('Enter', french.length * 5))
    expect(arrival).toMatchObject({ physical: code.slice(0, french.length), touched: false })
  })

  test('an input method that takes letters back and types others is noticed', () => {
    const burst = new ScanBurst()
    let at = 0
    const hear = (key: string, code: string) => burst.hearKey({ ...press(key, at++), key, code })
    for (const { key, back, insert } of garbleSteps(`TE1DDAWS${code}`, 'telex')) {
      for (let taken = 0; taken < back; taken++) hear('Backspace', '')
      for (const sign of insert) hear(sign, sign === key ? (usKeyOf(sign)?.code ?? '') : '')
    }
    expect(hear('Enter', 'Enter')).toEqual({ text: `TE1ĐẮ${code}`, physical: null, touched: true })
  })

  test('text composed by an input method is taken from the field, with the keys beside it', () => {
    const burst = new ScanBurst()
    for (const [at, sign] of [...code].entries()) {
      burst.hearKey({ ...press(sign, at * 2), heardMs: at * 40, key: 'Process', isComposing: true })
      burst.hearText({ kind: 'compose', text: code.slice(0, at + 1), heardMs: at * 40 })
    }
    const arrival = burst.hearKey({ ...press('Enter', 40), code: 'Enter', key: 'Process', isComposing: true })
    expect(arrival).toEqual({ text: code, physical: code, touched: true })
  })

  test('letters spelled with Alt and the number block come whole', () => {
    const burst = new ScanBurst()
    let at = 0
    for (const sign of qr) {
      if (usKeyOf(sign)) {
        burst.hearKey(press(sign, at++))
        burst.hearLetter(sign)
        continue
      }
      for (const digit of String(sign.codePointAt(0)))
        burst.hearKey({ ...press(digit, at++), code: `Numpad${digit}`, isAlt: true })
      burst.hearLetter(sign)
    }
    expect(burst.hearKey(press('Enter', at))).toEqual({ text: qr, physical: null, touched: false })
  })

  test('whatever a fast hand types, with bursts of 40 ms and pauses between, is never a scan', () => {
    const rolling = fc.array(
      fc.record({
        sign: fc.constantFrom(...'0123456789|abcdeTE '),
        gapMs: fc.oneof(fc.integer({ min: 36, max: 60 }), fc.integer({ min: 8, max: 45 })),
      }),
      { minLength: 9, maxLength: 40 },
    )
    fc.assert(
      fc.property(rolling, fc.integer({ min: 20, max: 200 }), (keys, endMs) => {
        const burst = new ScanBurst()
        let atMs = 0
        let run = 0
        for (const { sign, gapMs } of keys) {
          // No hand keeps up more than four keys in a row that are closer than a scanner's.
          run = gapMs < usualScanner.longestGapMs ? run + 1 : 0
          atMs += run > 4 ? usualScanner.longestGapMs : gapMs
          if (run > 4) run = 0
          expect(burst.hearKey(press(sign, atMs))).toBeNull()
        }
        expect(burst.hearKey(press('Enter', atMs + endMs))).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })
})
