import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'
import type { reportLifeErrorCodes } from '../../../src/contract/report-life-error-codes'

type LifeCode = Extract<ErrorCode, (typeof reportLifeErrorCodes)[number]>

/** What becomes of a report: one sentence a code. */
export const reportLifeErrors: Readonly<Record<LifeCode, (params: ProblemParams) => string>> = {
  'report.not-found': () => 'Không tìm thấy bản báo cáo này. Mở lại danh sách báo cáo.',
  'report.wrong-state': () =>
    'Bản báo cáo này đã sang bước khác nên chưa làm gì. Xem lại trạng thái rồi làm tiếp.',
  'report.is-signed': () => 'Báo cáo này đã ký. Muốn sửa thì lập bản điều chỉnh.',
  'report.open-version': () => 'Đang có một bản chưa ký của báo cáo này. Làm tiếp bản đó, hoặc rút nó trước.',
  'report.check-outdated': () => 'Số liệu chưa được tính cho lần kiểm tra này. Bấm “Kiểm tra” để tính lại.',
  'report.findings-changed': () => 'Kết quả kiểm tra đã khác lúc ghi lý do nên chưa ký. Kiểm tra lại rồi ký.',
  'report.period-not-over': () => 'Kỳ báo cáo chưa hết nên chưa ký được. Ký từ ngày cuối kỳ.',
  'report.may-not-sign': () => 'Người này không được ký báo cáo. Chọn trưởng điểm tiêm hoặc quản trị.',
  'report.signature-old': () => 'Mã PIN nhập đã quá hai phút nên chưa ký. Nhập lại mã PIN.',
  'report.case-by-hand': () =>
    'Báo cáo từng ca gửi bằng tệp hoặc giấy. Hồ sơ ca tự lên tỉnh theo liên thông.',
  'report.not-joined': () =>
    'Điểm tiêm chưa kết nối máy chủ tỉnh. Xuất tệp để gửi hoặc nhập vào hệ thống quốc gia.',
}
