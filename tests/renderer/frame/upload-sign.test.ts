import { describe, expect, test } from 'vitest'
import { uploadSign } from '../../../renderer/frame/upload-sign'
import type { LinkStatus } from '../../../src/contract/link-calls'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import { offActivity } from '../../../src/domain/upload/link-activity'

const nine = Date.parse('2026-11-22T02:00:00.000Z')
const minute = 60_000
const status = (changes: Partial<LinkStatus> = {}): LinkStatus => ({
  server: {
    ...{
      baseUrl: 'https://tinh.example/fhir',
      name: 'Tỉnh Thử Nghiệm',
      software: null,
      joinedBy: 'Trưởng trạm',
    },
    ...{ joinedAt: instantOf(nine), hasProxy: false, hasOwnAuthority: false },
  },
  activity: { ...offActivity, phase: 'idle' },
  joining: null,
  waiting: 0,
  countedTo: 2_000,
  oldestAt: null,
  refused: 0,
  conflicts: 0,
  acceptedAt: null,
  byCourier: null,
  ...changes,
})
const waits = (minutes: number) => ({ waiting: 3, oldestAt: instantOf(nine - minutes * minute) })
const off = { server: null, activity: offActivity }
const pausing = (trouble: LinkStatus['activity']['trouble']) => ({
  activity: { ...offActivity, phase: 'pausing', trouble } as const,
})
const byCourier = { number: 3, at: instantOf(nine) }

describe('the chip of the link to the province', () => {
  test.each<readonly [string, Partial<LinkStatus>, string, string]>([
    ['nothing joined', { ...off, ...waits(5) }, 'wait', 'Chưa nối tỉnh · 3 mục chờ'],
    ['joined, nothing sent yet', {}, 'ok', 'Đã nối tỉnh'],
    ['all sent', { acceptedAt: instantOf(nine) }, 'ok', 'Đã gửi hết 09:00'],
    ['young', waits(5), 'wait', 'Chờ gửi 3, lâu nhất 5 phút'],
    ['old', waits(15), 'late', 'Chờ gửi 3, lâu nhất 15 phút'],
    ['many', { ...waits(0), waiting: 2_000 }, 'wait', 'Chờ gửi 2.000+'],
    ['refused', { ...waits(5), refused: 1, conflicts: 1 }, 'wrong', 'Tỉnh chưa nhận 2'],
    [
      'offline',
      { ...waits(5), ...pausing('link.no-connection') },
      'wait',
      'Chưa tới được tỉnh, chờ 3, lâu nhất 5 phút',
    ],
    [
      'offline long',
      { ...waits(90), ...pausing('link.timeout') },
      'late',
      'Chưa tới được tỉnh, chờ 3, lâu nhất 90 phút',
    ],
    ['trouble', { ...waits(5), ...pausing('link.not-let-in') }, 'wrong', 'Xem lại đường nối tỉnh, chờ 3'],
    ['all by stick', { ...off, byCourier }, 'ok', 'Tỉnh đã nhận hết qua USB 22/11/2026'],
    ['by stick, some wait', { ...off, byCourier, ...waits(300) }, 'late', 'Chờ gửi 3, lâu nhất 5 giờ'],
    ['by stick, refused', { ...off, byCourier, refused: 3 }, 'wrong', 'Tỉnh chưa nhận 3'],
  ])('%s', (_, changes, kind, words) => {
    expect(uploadSign(status(changes), nine)).toEqual({ kind, words })
  })
})
