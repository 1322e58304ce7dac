import type { ErrorCode } from '../../../src/contract/errors'

type SupervisionCode = Extract<ErrorCode, `supervision.${string}`>

/** Supervision: one sentence a code. */
export const supervisionErrors: Readonly<Record<SupervisionCode, () => string>> = {
  'supervision.unknown-record': () =>
    'Mục này không còn trên máy chủ tỉnh, nên chưa ghi gì. Đọc lại danh sách rồi chọn lại.',
  'supervision.no-reason': () => 'Từ chối mà chưa ghi lý do thì điểm không biết sửa gì. Ghi lý do rồi gửi.',
  'supervision.no-answer': () => 'Chưa có câu trả lời nên chưa gửi. Ghi điều giúp được điểm rồi gửi.',
  'supervision.day-in-future': () => 'Ngày giám sát ở sau hôm nay, nên chưa lưu. Nhập ngày đã giám sát.',
}
