import type { ProblemParams } from '../../../src/contract/errors'

type Value = ProblemParams[string] | undefined
const said = (value: Value): value is string | number =>
  typeof value === 'string' || typeof value === 'number'
const of = (value: Value, before = ' ') => (said(value) && value !== '' ? `${before}${value}` : '')
const on = (value: Value, before: string) =>
  typeof value === 'string' ? `${before}${value.split('-').toReversed().join('/')}` : ''

/** The right child and the right vial: why nothing was ticked or saved, and what to do. */
export const injectionErrors = {
  'identity.not-confirmed': () =>
    'Chưa xác nhận đúng trẻ nên chưa lưu. Quét mã của trẻ, hoặc hỏi họ tên và ngày sinh.',
  'identity.other-since': ({ name, ticket }: ProblemParams) =>
    `Sau trẻ này bạn đã xác nhận${of(name) || ' một trẻ khác'}${of(ticket, ' (số ')}${said(ticket) ? ')' : ''}, nên chưa lưu. Xem ai đang ngồi trước mặt và xác nhận lại.`,
  'identity.other-person': ({ name, open, ticket }: ProblemParams) =>
    `Mã vừa quét là của${of(name) || ' trẻ khác'}${of(ticket, ' (số ')}${said(ticket) ? ')' : ''}, không phải${of(open) || ' trẻ đang mở'}. Chưa có gì được ghi; mở đúng trẻ rồi làm tiếp.`,
  'identity.unknown-code': ({ name }: ProblemParams) =>
    `Máy này không có ai mang mã vừa quét, nên chưa xác nhận${of(name)}. Hỏi họ tên và ngày sinh.`,
  'identity.code-of-relative': ({ name }: ProblemParams) =>
    `Mã vừa quét không của riêng${of(name) || ' trẻ'} (thẻ của cha mẹ, hoặc số dùng chung). Hỏi họ tên và ngày sinh của trẻ.`,
  'identity.card-contradicts': ({ name }: ProblemParams) =>
    `Thẻ vừa quét nói khác hồ sơ${of(name, ' của ')}, nên chưa xác nhận. So họ tên, ngày sinh trên thẻ với hồ sơ.`,
  'identity.alike-not-seen': ({ name, ticket }: ProblemParams) =>
    `Buổi này có người dễ nhầm${of(name, ': ')}${of(ticket, ', số ')}. Đọc chỗ khác nhau, nhấn “Đã phân biệt” rồi xác nhận.`,
  'vial.damaged': () =>
    'Mã trên lọ không đọc được trọn vẹn nên không dùng. Quét lại, hoặc gõ số lô in trên lọ.',
  'vial.foreign-label': () => 'Nhãn này không phải của lô nào trong kho. Đọc số lô in trên lọ và gõ vào.',
  'vial.no-lot': () =>
    'Mã vừa quét chỉ có mã sản phẩm, không có số lô. Quét mã vuông trên lọ, hoặc gõ số lô.',
  'vial.not-here': ({ lot }: ProblemParams) =>
    `Kho không có lô${of(lot) || ' này'}. Chưa chọn gì; xem lại lọ, hoặc nhập lô trong Kho vắc xin.`,
  'vial.several': ({ lot }: ProblemParams) =>
    `Nhiều vắc xin cùng mang số lô${of(lot) || ' này'}. Đọc tên trên lọ rồi chọn.`,
  'vial.expiry-differs': ({ lot, label, book }: ProblemParams) =>
    `Hạn trên lọ${on(label, ' (')}${label ? ')' : ''} khác hạn trong kho${on(book, ' (')}${book ? ')' : ''} của lô${of(lot) || ' này'}. Không tiêm; đọc lại lọ và báo người giữ kho.`,
  'vial.product-differs': ({ lot, label, book }: ProblemParams) =>
    `Mã sản phẩm trên lọ${of(label, ' là ')} không hợp với lô${of(lot) || ' này'}${of(book, ' của ')} trong kho. Không tiêm; đọc tên vắc xin trên lọ.`,
  'vial.not-planned': ({ vaccine, lot }: ProblemParams) =>
    `${of(vaccine, '') || 'Vắc xin này'} không có trong các mũi hôm nay của trẻ này${of(lot, ' (lô ')}${said(lot) ? ')' : ''}. Đặt lọ xuống, xem lại lọ và trẻ.`,
  'vial.other-lot': ({ lot, planned }: ProblemParams) =>
    `Nhãn đã quét là lô${of(lot) || ' khác'}, nhưng mũi ghi lô${of(planned) || ' khác'}. Quét lại lọ đang cầm.`,
  'dose.wrong-route': ({ vaccine }: ProblemParams) =>
    `Đường tiêm không đúng cho${of(vaccine) || ' vắc xin này'}. Chọn lại đường tiêm; đọc tờ hướng dẫn.`,
  'dose.held-back': ({ vaccine, reason, until }: ProblemParams) =>
    `Bàn khám không cho tiêm${of(vaccine) || ' vắc xin này'} hôm nay${of(reason, ': ')}${on(until, ', sớm nhất ')}. Muốn khác thì người khám ký lại phiếu với lý do.`,
  'lot.bad-gtin': () =>
    'Mã sản phẩm (GTIN) sai số kiểm tra nên chưa nhập. Quét lại hộp, hoặc bỏ trống ô này.',
  'lot.gtin-of-other': ({ vaccine }: ProblemParams) =>
    `Mã sản phẩm này trước đây là của${of(vaccine) || ' vắc xin khác'}. Đọc tên trên hộp; nếu đúng hai vắc xin chung mã, xác nhận rồi lưu.`,
  'not-given.no-reason': ({ label }: ProblemParams) =>
    `Chưa ghi vì sao không tiêm${of(label)}. Chọn hoặc gõ lý do.`,
  'not-given.no-date': ({ label }: ProblemParams) => `Tạm hoãn${of(label)} thì cần ngày hẹn lại.`,
  'not-given.date-not-ahead': ({ label }: ProblemParams) =>
    `Ngày hẹn lại${of(label, ' của ')} phải sau hôm nay.`,
  'not-given.date-not-wanted': ({ label }: ProblemParams) =>
    `Chỉ tạm hoãn mới có ngày hẹn lại${of(label, ': ')}. Xóa ngày, hoặc chọn tạm hoãn.`,
  'not-given.missing': ({ label }: ProblemParams) =>
    `Còn mũi đến hạn chưa tiêm và chưa có lý do${of(label, ': ')}. Ghi lý do rồi lưu.`,
  'not-given.not-due': () =>
    'Có lý do không tiêm cho một mũi không đến hạn hôm nay, hoặc đã tiêm. Mở lại trẻ này rồi lưu.',
}
