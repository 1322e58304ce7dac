import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'
import { afterErrors } from './after-errors'
import { arrivalErrors } from './arrival-errors'
import { birthErrors } from './birth-errors'
import { certificateErrors } from './certificate-errors'
import { childErrors } from './child-errors'
import { coldChainErrors } from './cold-chain-errors'
import { courierErrors } from './courier-errors'
import { difficultyErrors } from './difficulty-errors'
import { householdErrors } from './household-errors'
import { injectionErrors } from './injection-errors'
import { linkErrors } from './link-errors'
import { mergeErrors } from './merge-errors'
import { planErrors } from './plan-errors'
import { pregnancyErrors } from './pregnancy-errors'
import { registerDoctorErrors } from './register-doctor-errors'
import { reportErrors } from './report-errors'
import { scanErrors } from './scan-errors'
import { scheduleFileErrors } from './schedule-file-errors'
import { sessionErrors } from './session-errors'
import { stockErrors } from './stock-errors'
import { supervisionErrors } from './supervision-errors'
import { templateErrors } from './template-errors'

type Sentences = { readonly [Code in ErrorCode]: (params: ProblemParams) => string }

/** A date parameter (a day, a month or a year) as people write it, with the words before it; nothing when it is not given. */
function on(value: ProblemParams[string] | undefined, before = ''): string {
  const date = String(value ?? '')
  if (!/^\d{4}(?:-\d\d){0,2}$/u.test(date)) return ''
  return `${before}${date.split('-').toReversed().join('/')}`
}

function word(value: ProblemParams[string] | undefined, before = ''): string {
  return value === undefined || value === null || value === '' ? '' : `${before}${value}`
}

/** One sentence a code: what happened, what is safe, what to do next. */
export const errors: Sentences = {
  ...scanErrors,
  ...injectionErrors,
  ...coldChainErrors,
  ...certificateErrors,
  ...courierErrors,
  ...templateErrors,
  ...scheduleFileErrors,
  ...afterErrors,
  ...arrivalErrors,
  ...childErrors,
  ...sessionErrors,
  ...linkErrors,
  ...mergeErrors,
  ...householdErrors,
  ...planErrors,
  ...pregnancyErrors,
  ...stockErrors,
  ...birthErrors,
  ...reportErrors,
  ...registerDoctorErrors,
  ...difficultyErrors,
  ...supervisionErrors,
  'contract.bad-request': () => 'Có ô điền chưa đúng dạng nên chưa lưu. Xem lại các ô rồi lưu lần nữa.',
  'contract.unknown-call': () =>
    'Phần mềm trên máy này không khớp phiên bản. Dữ liệu vẫn an toàn; mở lại phần mềm.',
  'contract.untrusted-sender': () =>
    'Yêu cầu bị chặn vì không đến từ cửa sổ của phần mềm. Không có gì thay đổi.',
  'engine.unreachable': () =>
    'Chưa nhận được trả lời từ phần lưu trữ. Những gì đã báo lưu vẫn còn; thử lại, bấm hai lần cũng chỉ lưu một.',
  'engine.internal': () =>
    'Có lỗi của phần mềm nên việc này chưa làm được. Dữ liệu đã lưu vẫn an toàn; thử lại hoặc báo mã lỗi.',
  'job.not-found': () =>
    'Việc chạy nền này không còn trong danh sách. Dữ liệu vẫn an toàn; mở lại màn hình để xem.',
  'job.failed': () => 'Việc chạy nền dừng giữa chừng. Dữ liệu đã lưu vẫn an toàn; chạy lại hoặc báo mã lỗi.',
  'user.not-signed-in': () => 'Chưa có ai đăng nhập. Việc đang làm dở vẫn còn; nhấn F9 để vào lại.',
  'user.not-allowed': () =>
    'Vai trò của bạn không làm được việc này. Nhờ người có quyền, hoặc F9 để đổi người dùng.',
  'user.wrong-pin': ({ attemptsLeft }) =>
    `Mã PIN chưa đúng. Thử lại${word(attemptsLeft, ', còn ')}${attemptsLeft === undefined ? '' : ' lần'}.`,
  'user.locked-out': ({ minutes }) =>
    `Nhập sai nhiều lần nên tạm khóa${word(minutes, ' ')}${minutes === undefined ? ' ít phút' : ' phút'}. Chờ rồi thử lại, hoặc chọn người khác.`,
  'user.weak-pin': () => 'Mã PIN dễ đoán quá. Dùng ít nhất 4 chữ số, không phải dãy như 1234 hay 0000.',
  'user.name-taken': () => 'Đã có người dùng tên này. Ghi thêm họ hoặc chức danh để phân biệt.',
  'point.already-set-up': () => 'Điểm tiêm này đã thiết lập rồi. Vào Thiết lập nếu muốn sửa.',
  'unit.unknown': () => 'Không có tỉnh hoặc xã này trong danh mục. Chọn lại từ danh sách.',
  'database.newer-schema': () =>
    'Dữ liệu này do phiên bản mới hơn tạo ra. Không có gì bị đổi; cập nhật phần mềm rồi mở lại.',
  'database.wrong-kind': () => 'Tệp này không phải dữ liệu của chế độ đang mở. Không có gì bị đổi.',
  'database.damaged': () =>
    'Tệp dữ liệu bị hỏng nên không mở. Tệp được giữ nguyên; khôi phục từ bản sao lưu.',
  'database.locked': () => 'Dữ liệu đang được chương trình khác dùng. Đóng chương trình đó rồi thử lại.',
  'database.full': () =>
    'Ổ đĩa đã đầy nên chưa lưu được. Những gì đã lưu vẫn còn; giải phóng chỗ rồi lưu lại.',
  'database.read-only': () =>
    'Không được phép ghi vào thư mục dữ liệu. Nhờ quản trị máy mở quyền ghi rồi thử lại.',
  'person.not-found': () => 'Không còn thấy người này. Tìm lại bằng tên hoặc mã.',
  'person.no-name': () => 'Chưa có tên. Ghi tên, hoặc ghi tên mẹ nếu là trẻ sơ sinh chưa đặt tên.',
  'person.birth-in-future': ({ value }) =>
    `Ngày sinh${on(value, ' ')} sau hôm nay. Xem lại ngày, tháng, năm.`,
  'person.birth-too-early': () => 'Ngày sinh trước năm 1900. Xem lại năm sinh.',
  'person.birth-after-dose': ({ givenOn }) =>
    `Ngày sinh mới nằm sau một mũi đã tiêm${on(givenOn, ' ngày ')}. Sửa mũi đó trước, hoặc xem lại ngày sinh.`,
  'person.bad-national-id': () => 'Số định danh phải đủ 12 chữ số. Xem lại hoặc để trống.',
  'person.bad-old-national-id': () => 'Số CMND cũ phải đủ 9 chữ số. Xem lại hoặc để trống.',
  'person.bad-health-insurance': () =>
    'Số BHYT phải có 10 chữ số, hoặc 2 chữ và 13 chữ số. Xem lại hoặc để trống.',
  'person.bad-niis-code': () => 'Mã tiêm chủng quốc gia chỉ gồm 10 đến 20 chữ số. Xem lại hoặc để trống.',
  'person.bad-phone': ({ value }) =>
    `Số điện thoại${word(value, ' ')} chưa đúng. Số di động có 10 chữ số, bắt đầu bằng 0.`,
  'person.bad-address': () => 'Địa chỉ chưa đúng. Chọn lại tỉnh rồi xã từ danh sách.',
  'person.bad-birth-time': () => 'Giờ sinh chưa đúng. Ghi như 08:30.',
  'person.id-taken': ({ value, displayName }) =>
    `Số${word(value, ' ')} đã thuộc về ${word(displayName) || 'một người khác trong sổ'}. Mở hồ sơ đó xem có phải cùng một người.`,
  'person.id-mismatch': () => 'Số định danh không khớp giới tính hoặc năm sinh. Xem lại cả hai.',
  'person.likely-duplicate': () =>
    'Có thể người này đã có trong sổ. Xem bên phải: cùng một người thì mở, khác thì bấm “Người khác”.',
  'person.nothing-changed': () => 'Chưa có gì thay đổi so với hồ sơ đang lưu.',
  'reason.missing': () => 'Cần ghi lý do. Lý do được giữ cùng bản cũ.',
  'dose.not-found': () => 'Không còn thấy mũi tiêm này. Mở lại hồ sơ.',
  'dose.before-birth': ({ bornOn }) => `Ngày tiêm trước ngày sinh${on(bornOn, ' ')}. Xem lại ngày tiêm.`,
  'dose.in-future': ({ today }) => `Ngày tiêm sau hôm nay${on(today, ' ')}. Xem lại ngày tiêm.`,
  'dose.duplicate-same-day': ({ givenOn }) =>
    `Trong ngày ${on(givenOn, '') || 'này'} đã có một mũi cùng loại, đã ghi hoặc đang chọn. Không ghi lần hai.`,
  'dose.unknown-vaccine': () => 'Không có vắc xin này trong danh mục. Chọn lại từ danh sách.',
  'dose.not-due': ({ recommendedOn }) => `Mũi này chưa đến hạn${on(recommendedOn, ', nên tiêm từ ')}.`,
  'dose.contraindicated': () => 'Có chống chỉ định với mũi này. Không tiêm; xem lại cảnh báo trong hồ sơ.',
  'dose.not-screened': () => 'Chưa ký phiếu sàng lọc. Sàng lọc trước khi tiêm.',
  'dose.not-eligible': () => 'Phiếu sàng lọc kết luận chưa tiêm hôm nay. Nếu nhầm, sàng lọc lại.',
  'dose.already-voided': () => 'Mũi này đã được ghi là nhập nhầm từ trước.',
  'lot.not-found': () => 'Không thấy lô này trong kho. Chọn lô khác hoặc nhập kho trước.',
  'lot.expired': ({ expiredOn }) => `Lô này đã hết hạn${on(expiredOn, ' ')}. Chọn lô khác hoặc quét lại lọ.`,
  'lot.suspended': () => 'Lô này đang ngừng sử dụng. Chọn lô khác và để riêng lô này.',
  'lot.empty': ({ balance }) =>
    `Lô này không còn đủ liều${word(balance, ', còn ')}. Chọn lô khác hoặc kiểm lại kho.`,
  'lot.wrong-vaccine': () => 'Lô này là của vắc xin khác. Chọn lại lô hoặc quét lại lọ.',
  'lot.number-taken': () => 'Số lô này đã có với hạn dùng khác. Xem lại số lô và hạn dùng trên hộp.',
  'lot.bad-quantity': () => 'Số liều phải là số nguyên lớn hơn 0.',
  'visit.not-found': () => 'Không thấy lần khám này. Chọn lại từ hàng chờ.',
  'visit.already-open': ({ ticket }) => `Người này đã ở trong hàng chờ hôm nay${word(ticket, ', số ')}.`,
  'visit.wrong-stage': () => 'Người này đã sang bước khác, có thể máy khác vừa lưu. Xem lại trong Buổi tiêm.',
  'visit.severe-reaction-open': () =>
    'Phản ứng nặng còn đang theo dõi. Ghi kết quả (đã khỏi, chuyển bệnh viện) ở khung phản ứng rồi mới cho về.',
  'visit.observation-not-over': ({ until }) =>
    `Chưa đủ 30 phút theo dõi${word(until, ', đến ')}. Về sớm thì ghi lý do.`,
  'screening.unanswered': ({ item }) => `Còn câu${word(item, ' ')} chưa trả lời. Trả lời đủ rồi ký.`,
  'screening.no-form': () => 'Không có bảng kiểm nào cho tuổi này. Báo người quản trị.',
  'screening.bad-temperature': () => 'Nhiệt độ chưa hợp lý. Đo lại, ghi như 36,8.',
  'screening.bad-weight': () => 'Cân nặng chưa hợp lý. Cân lại, ghi theo kg như 10,4.',
  'screening.detail-missing': ({ item }) => `Câu${word(item, ' ')} trả lời “Có” cần ghi rõ.`,
  'screening.question-open': ({ question }) => `Còn câu hỏi thêm chưa trả lời${word(question, ': ')}.`,
  'screening.consent-missing': () => 'Chưa ghi ai đồng ý tiêm. Ghi tên và quan hệ rồi ký.',
  'screening.not-signed': () => 'Chưa có bảng kiểm đã ký để in.',
  'screening.return-not-ahead': () => 'Ngày hẹn lại phải sau hôm nay.',
  'print.no-printer': () =>
    'Chưa có máy in cho loại giấy này. Thêm máy in trong Thiết lập; dữ liệu đã lưu rồi.',
  'print.label-too-small': () => 'Tem trong máy in nhỏ quá cho giấy này nên chưa in. Thay cuộn tem lớn hơn.',
  'print.missing-glyph': () => 'Phông chữ thiếu một ký tự trong tên nên chưa in. Báo người quản trị.',
  'print.page-failed': () => 'Chưa dựng được trang in. Thử lại; dữ liệu đã lưu rồi.',
  'print.no-handbook-visit': () => 'Người này chưa có lần khám nào trong sổ mẹ và bé để in.',
  'import.missing-column': ({ column }) =>
    `Tệp thiếu cột${word(column, ' ')}. Xuất lại tệp có đủ cột; chưa có gì được ghi.`,
  'import.bad-encoding': () => 'Chữ trong tệp bị lỗi mã. Lưu lại tệp dạng UTF-8; chưa có gì được ghi.',
  'import.bad-date': ({ value }) => `Ngày${word(value, ' “')}${value ? '”' : ''} không đọc được.`,
  'import.bad-sex': ({ value }) => `Giới tính${word(value, ' “')}${value ? '”' : ''} không đọc được.`,
  'import.no-name': () => 'Dòng không có họ tên.',
  'import.unknown-vaccine': ({ value }) => `Không rõ vắc xin${word(value, ' “')}${value ? '”' : ''}.`,
  'import.dose-before-birth': () => 'Ngày tiêm trước ngày sinh.',
  'import.dose-in-future': () => 'Ngày tiêm sau hôm nay.',
  'import.birth-in-future': () => 'Ngày sinh sau hôm nay.',
  'import.duplicate-row': () => 'Trùng với một dòng ở trên.',
  'import.unreadable': () => 'Không đọc được tệp này. Đóng tệp nếu đang mở ở chỗ khác rồi chọn lại.',
  'import.has-problems': () => 'Tệp còn lỗi nên chưa ghi gì. Sửa các dòng đã nêu rồi chọn lại tệp.',
  'import.cancelled': () => 'Chưa chọn tệp nào.',
  'import.password-protected': () =>
    'Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu trong Excel, lưu lại rồi chọn lại.',
  'import.too-large': () => 'Tệp quá lớn. Chia thành nhiều tệp, mỗi tệp dưới 100 MB và 300.000 dòng.',
  'import.stale': () => 'Tệp này không còn trên bàn nữa. Chọn lại tệp; chưa có gì được ghi.',
  'import.changed-since': () =>
    'Sổ đã thay đổi sau khi kiểm tra tệp. Kiểm tra lại rồi nhập; chưa có gì được ghi.',
  'import.other-row-refused': () => 'Dòng khác của người này chưa đúng nên cả người được để lại.',
  'import.not-chosen': () =>
    'Có thể đã có trong sổ. Chọn “Cùng người” hoặc “Người mới”; chưa chọn thì để lại.',
  'import.dose-near': () => 'Sổ đã có mũi này gần ngày đó nên không thêm.',
  'import.field-differs': () => 'Tệp ghi khác sổ; sổ giữ nguyên.',
  'export.cancelled': () => 'Chưa lưu tệp nào.',
  'export.not-ready': () => 'Tệp xuất không còn trong máy. Bấm xuất lại.',
  'export.not-saved': () => 'Không ghi được tệp vào chỗ đã chọn. Chọn chỗ khác rồi lưu lại.',
  'person.bad-passport': () => 'Số hộ chiếu chưa đúng: chỉ chữ và số, 5 đến 15 ký tự. Xem lại hoặc để trống.',
  'person.bad-person-code': () => 'Mã tại điểm không đúng số kiểm tra. Quét lại mã trên giấy.',
  'person.bad-birth-certificate': () => 'Số giấy khai sinh chưa đúng. Xem lại hoặc để trống.',
  'person.identifier-twice': () => 'Có hai số cùng loại. Giữ lại một số đúng.',
  'person.id-of-relative': () => 'Số định danh này trùng với số của người thân. Xem lại của ai.',
  'person.name-odd': () => 'Tên có ký tự lạ hoặc quá dài. Xem lại; nếu đúng thì cứ lưu.',
  'person.kind-mismatch': () => 'Nhóm chưa khớp với tuổi hoặc giới tính. Xem lại nhóm.',
  'person.birth-weight-odd': () => 'Cân nặng lúc sinh khác thường. Ghi theo gam, như 3200.',
  'person.gestation-odd': () => 'Tuổi thai lúc sinh khác thường. Ghi theo tuần, như 39.',
  'person.relative-too-young': () => 'Năm sinh của cha mẹ quá gần năm sinh của con. Xem lại năm.',
  'dose.not-valid': () =>
    'Mũi này nếu tiêm hôm nay sẽ không được tính là hợp lệ. Xem lý do; vẫn tiêm thì ghi lý do.',
  'dose.not-needed': () => 'Đã đủ mũi loại này. Vẫn tiêm thì ghi lý do.',
  'dose.not-in-schedule': () => 'Vắc xin này không có trong lịch tiêm. Vẫn tiêm thì ghi lý do.',
  'dose.conflicts-with-later': () => 'Mũi này làm một mũi đã ghi sau đó không còn hợp lệ. Xem lại ngày tiêm.',
  'dose.other-volume': () =>
    'Liều (ml) khác liều của vắc xin này cho tuổi này. Xem lại ml và tờ hướng dẫn; vẫn tiêm thì ghi lý do.',
  'print.text-too-wide': () =>
    'Có dòng chữ dài quá khổ giấy nên chưa in. Dữ liệu đã lưu rồi; dùng giấy rộng hơn.',
  'print.cancelled': () => 'Lệnh in đã hủy. Dữ liệu đã lưu rồi.',
  'print.wrong-printer': () =>
    'Máy in này không in được loại giấy đó. Chọn máy khác trong Thiết lập; dữ liệu đã lưu rồi.',
  'print.page-timeout': () => 'Dựng trang in quá lâu nên dừng. Thử in lại; dữ liệu đã lưu rồi.',
  'print.handed-to-system': () => 'Đã giao cho máy in của hệ điều hành; nó không báo lại. Nhìn tờ giấy.',
  'print.job-unknown': () => 'Không còn thấy lệnh in này.',
  'print.job-waiting': () => 'Lệnh in này vẫn đang chờ. Xem máy in, chưa cần in lại.',
  'print.job-left': () => 'Lệnh in này đã gửi đi, không chuyển được nữa. Xem giấy đã ra chưa rồi mới in lại.',
  'print.interrupted': () => 'Phần mềm tắt giữa lúc in. Xem giấy đã ra chưa trước khi in lại.',
  'printer.bad-address': () => 'Địa chỉ máy in chưa đúng. Ghi như 192.168.1.50, cổng 9100.',
  'printer.bad-language': () => 'Loại máy in không hợp với loại giấy. Chọn lại trong Thiết lập.',
  'printer.bad-label-size': () => 'Khổ nhãn chưa hợp lý. Đo lại chiều rộng, chiều cao theo mm.',
  'printer.not-connected': () => 'Máy in chưa được nối. Chọn cách nối trong Thiết lập; dữ liệu đã lưu rồi.',
  'printer.refused': () => 'Máy in từ chối kết nối. Xem máy đã bật chưa rồi in lại; dữ liệu đã lưu rồi.',
  'printer.unreachable': () => 'Không tới được máy in qua mạng. Xem dây mạng và địa chỉ; dữ liệu đã lưu rồi.',
  'printer.connect-timeout': () =>
    'Máy in không trả lời. Xem nguồn và dây mạng rồi in lại; dữ liệu đã lưu rồi.',
  'printer.paper-out': () => 'Máy in hết giấy. Lắp giấy rồi in lại; dữ liệu đã lưu rồi.',
  'printer.cover-open': () => 'Nắp máy in đang mở. Đóng nắp rồi in lại; dữ liệu đã lưu rồi.',
  'printer.in-error': () =>
    'Máy in báo lỗi (kẹt giấy, kẹt dao, hết ru-băng hoặc tạm dừng). Xử lý rồi in lại; dữ liệu đã lưu rồi.',
  'printer.connection-reset': () => 'Đứt kết nối khi đang in. Xem giấy đã ra chưa trước khi in lại.',
  'printer.closed-early': () => 'Máy in ngắt kết nối sớm. Xem giấy đã ra chưa trước khi in lại.',
  'printer.no-acknowledgement': () => 'Máy in không báo lại đã in. Xem giấy đã ra chưa trước khi in lại.',
  'printer.acknowledgement-off': () => 'Máy in này không báo lại khi in xong. Nhìn tờ giấy.',
  'printer.stalled': () => 'Máy in đứng giữa chừng. Xem giấy, nắp máy rồi in lại; dữ liệu đã lưu rồi.',
  'printer.queue-refused': () =>
    'Máy in của hệ điều hành không nhận. Xem máy có sẵn sàng không; dữ liệu đã lưu rồi.',
  'printer.device-failed': () => 'Không ghi được ra cổng máy in. Cắm lại dây rồi in lại; dữ liệu đã lưu rồi.',
  'printer.unknown': () => 'Không còn thấy máy in này. Chọn máy khác trong Thiết lập.',
  'printer.unsupported-here': () =>
    'Máy này không dùng được cách nối đó. Chọn cách nối khác trong Thiết lập.',
  'import.empty-file': () => 'Tệp không có dòng nào. Chọn tệp khác.',
  'import.bad-source-code': ({ value }) =>
    `Mã đối tượng${word(value, ' “')}${value ? '”' : ''} không đọc được.`,
  'import.person-conflict': () => 'Cùng mã nhưng khác tên hoặc ngày sinh với dòng khác.',
  'import.bad-phone': ({ value }) => `Số điện thoại${word(value, ' “')}${value ? '”' : ''} chưa đúng.`,
  'import.bad-identifier': ({ value }) => `Số giấy tờ${word(value, ' “')}${value ? '”' : ''} chưa đúng.`,
  'import.unknown-place': ({ value }) => `Không rõ tỉnh hoặc xã${word(value, ' “')}${value ? '”' : ''}.`,
  'import.unknown-ethnic-group': ({ value }) => `Không rõ dân tộc${word(value, ' “')}${value ? '”' : ''}.`,
  'import.unknown-programme': ({ value }) =>
    `Không rõ loại hình tiêm${word(value, ' “')}${value ? '”' : ''}.`,
}
