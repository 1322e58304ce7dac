import type { ProblemParams } from '../../../src/contract/errors'

/** What stands between a press and what comes after the dose. */
export const afterErrors = {
  'reaction.no-dose': () => 'Sổ không có mũi nào trước ngày xuất hiện phản ứng. Ghi mũi đã tiêm trước.',
  'reaction.onset-in-future': () => 'Ngày xuất hiện phản ứng nằm sau hôm nay.',
  'reaction.onset-before-dose': () =>
    'Phản ứng xuất hiện trước ngày tiêm mũi đã chọn. Xem lại ngày hoặc mũi.',
  'aefi.not-found': () => 'Không thấy ca tai biến này trong sổ.',
  'aefi.bad-fact': () => 'Có mục của phiếu chưa đúng dạng. Xem lại mục được đánh dấu.',
  'aefi.already-reported': ({ by }: ProblemParams) => `Nơi này đã được báo${by ? `, người báo: ${by}` : ''}.`,
  'aefi.report-in-future': () => 'Giờ báo nằm sau bây giờ.',
  'aefi.wrong-state': () => 'Ca chưa tới bước này: báo cả Sở Y tế và CDC, rồi điều tra, rồi kết thúc.',
  'aefi.cause-missing': () => 'Chưa có kết luận nguyên nhân. Chọn nguyên nhân trong phần Kết luận.',
  'aefi.incomplete': ({ missing }: ProblemParams) =>
    `Còn ${missing ?? 'một số'} mục thiết yếu chưa ghi. Ghi đủ rồi mới kết thúc được.`,
  'aefi.outcome-open': () => 'Chưa có kết quả cuối cùng (khỏi, di chứng, tử vong). Ghi kết quả rồi kết thúc.',
  'contact.not-found': () => 'Không thấy cuộc gọi này, hoặc đã bị bỏ.',
  'kit.unknown-item': () => 'Hộp cấp cứu không có vật này trong danh mục.',
}
