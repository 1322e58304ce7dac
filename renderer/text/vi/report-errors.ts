import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'
import { reportLifeErrors } from './report-life-errors'

type ReportCode = Extract<ErrorCode, `report.${string}`>

/** Reports: one sentence a code. */
export const reportErrors: Readonly<Record<ReportCode, (params: ProblemParams) => string>> = {
  'report.unknown-form': () => 'Không có mẫu báo cáo này cho kỳ đã chọn. Chọn mẫu khác hoặc kỳ khác.',
  'report.people-unjudged': ({ count }) =>
    `Chưa đếm được: hồ sơ của ${count ?? '…'} người chưa đánh giá được. Gọi hỗ trợ kỹ thuật.`,
  'report.busy': () => 'Dữ liệu đang được ghi liên tục nên chưa đếm được. Đợi ghi xong rồi đếm lại.',
  'report.not-counted': () =>
    'Báo cáo này chưa được đếm từ khi mở chương trình. Mở báo cáo, chờ đếm xong rồi in hoặc xuất lại.',
  'report.unknown-cell': () => 'Ô này không còn trong mẫu báo cáo. Mở lại báo cáo rồi chọn ô.',
  ...reportLifeErrors,
}
