import { describe, expect, test } from 'vitest'
import { ScanBurst } from '../../../renderer/frame/use-scanner'

function typed(text: string, gapMs: number): string | null {
  const burst = new ScanBurst()
  let scanned: string | null = null
  ;[...text, 'Enter'].forEach((key, at) => {
    scanned = burst.take(key, at * gapMs)
  })
  return scanned
}

describe('ScanBurst', () => {
  test('a fast code with Enter is a scan', () => {
    expect(typed('2025000700004217', 8)).toBe('2025000700004217')
  })
  test('the same code typed by hand is not', () => {
    expect(typed('2025000700004217', 60)).toBeNull()
  })
  test('a date or a name is never a scan, however fast', () => {
    expect(typed('18052025', 5)).toBeNull()
    expect(typed('nguyen thi anh', 5)).toBeNull()
  })
})
