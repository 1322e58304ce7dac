import { describe, expect, test } from 'vitest'
import { garble, garbleSteps } from '../../../../src/domain/scan/garble'

describe('garble', () => {
  test.each([
    // Measured with a real input method (printing.md §9).
    ['VX2045-AWS01', 'VX2045-Ắ01', 'VX2045-AWS01'],
    ['LO-DDA5S', 'LO-ĐA5S', 'LO-DDA5S'],
    ['LA1234', 'LA1234', 'LÃ'],
    ['HA6B2', 'HA6B2', 'HÂB2'],
    ['2025000700004217', '2025000700004217', '2025000700004217'],
    // By the rules of the two methods.
    ['nguyeenx thij anhs', 'nguyễn thị ánh', 'nguyeenx thij anhs'],
    ['nguye6n4 thi5 a1nh', 'nguye6n4 thi5 a1nh', 'nguyễn thị ánh'],
    ['dduowngf', 'đường', 'dduowngf'],
    ['ass', 'as', 'ass'],
    ['NGUYEN VAN A', 'NGUYEN VAN A', 'NGUYEN VAN A'],
    ['||', '||', '||'],
  ])('%s becomes %s with Telex and %s with VNI', (text, telex, vni) => {
    expect(garble(text, 'telex')).toBe(telex)
    expect(garble(text, 'vni')).toBe(vni)
  })

  test('step by step: what is taken back, and what comes instead', () => {
    expect(garbleSteps('daa', 'telex').at(-1)).toEqual({ key: 'a', back: 1, insert: 'â' })
  })
})
