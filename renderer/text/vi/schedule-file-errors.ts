import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'

type Value = ProblemParams[string] | undefined
type ScheduleFileCode = Extract<ErrorCode, `schedule-file.${string}`>
type Sentence = (params: ProblemParams) => string

/** “12 moons”; other words where nothing is given. */
function quoted(value: Value, otherwise: string): string {
  return value === undefined || value === null || value === '' ? otherwise : `“${value}”`
}

/** A sentence with more behind it where that is known. */
function more(value: Value, words: (value: string) => string): string {
  return value === undefined || value === null || value === '' ? '' : words(String(value))
}

function suggested({ suggestion }: ProblemParams, otherwise: string): string {
  return suggestion ? `Có phải “${suggestion}”?` : otherwise
}

/** What a place in the file must hold, by the reader's word for it. */
const kinds: Readonly<Record<string, string>> = {
  string: 'chữ trong dấu ngoặc kép',
  array: 'danh sách [ ]',
  object: 'nhóm trường { }',
  record: 'nhóm trường { }',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  from: '"previous", {"target": số}, {"mostRecent": [ ]} hoặc {"observation": "…"}',
}

const syntax: Readonly<Record<string, (found: string, opened: string) => string>> = {
  comma: () => 'Thiếu dấu phẩy. Thêm “,” vào cuối dòng này.',
  'extra-comma': () => 'Thừa dấu phẩy trước dấu đóng ngoặc. Xóa dấu phẩy đó.',
  colon: () => 'Thiếu dấu hai chấm. Thêm “:” giữa tên trường và giá trị.',
  name: () => 'Cần tên trường trong dấu ngoặc kép ở đây.',
  value: () => 'Thiếu giá trị ở đây. Ghi giá trị, hoặc null nếu không có.',
  'close-brace': (_, opened) => `Thiếu dấu “}”${opened}. Thêm dấu đóng cho đủ cặp.`,
  'close-bracket': (_, opened) => `Thiếu dấu “]”${opened}. Thêm dấu đóng cho đủ cặp.`,
  quote: () => 'Chữ chưa có dấu ngoặc kép đóng. Thêm " ở cuối chữ.',
  'plain-quote': found => `Dấu nháy ${found} không dùng được. Thay bằng dấu ngoặc kép thẳng ".`,
  'no-comment': () => 'Tệp này không ghi chú thích được. Xóa phần chú thích.',
  escape: found => `Ký tự trong ${found} không dùng được. Viết \\\\ thay cho \\, bỏ ký tự xuống dòng và tab.`,
  end: () => 'Có thêm chữ sau chỗ kết thúc. Xóa phần thừa, hoặc xem lại dấu đóng ngoặc ở trên.',
  symbol: found => `“${found}” phải nằm trong dấu ngoặc kép. Thêm " ở hai đầu.`,
}

const fieldNames: Readonly<Record<string, string>> = {
  absMin: 'tuổi hoặc khoảng cách thấp nhất để tính (absMin)',
  min: 'tối thiểu (min)',
  earliestRec: 'khuyến cáo từ (earliestRec)',
  latestRec: 'trễ từ (latestRec)',
  max: 'tối đa (max)',
}
const fieldName = (value: Value) => fieldNames[String(value)] ?? `“${value}”`

/** Sentences about places in a file, each with the line it is about. */
function withLines<Code extends string>(sentences: Readonly<Record<Code, Sentence>>) {
  const all = Object.entries<Sentence>(sentences).map(([code, words]) => [
    code,
    (params: ProblemParams) => `${more(params.line, line => `Dòng ${line}: `)}${words(params)}`,
  ])
  return Object.fromEntries(all) as Readonly<Record<Code, Sentence>>
}

/** What is wrong inside a file: every sentence says what to write instead. */
const inFile = withLines({
  'schedule-file.bad-syntax': ({ expected, found, openedOnLine }) => {
    const opened = more(openedOnLine, line => ` cho dấu mở ở dòng ${line}`)
    const words = syntax[String(expected)]
    return words ? words(String(found ?? ''), opened) : 'Dấu câu của tệp chưa đúng. Xem lại dấu phẩy, ngoặc.'
  },
  'schedule-file.name-twice': ({ name, firstLine }) =>
    `Trường ${quoted(name, 'này')} đã có${more(firstLine, line => ` ở dòng ${line}`)}. Giữ lại một.`,
  'schedule-file.wrong-kind': ({ format, kind }) =>
    `Tệp này không phải một phần lịch tiêm${more(format, value => ` (format ${value}`)}${more(kind, value => `, kind “${value}”`)}${format ? ')' : ''}. Cần "format": 2 và "kind": "programme" hoặc "supplement".`,
  'schedule-file.unknown-field': params =>
    `Không có trường ${quoted(params.name, 'này')}. ${suggested(params, 'Xóa trường này hoặc xem lại cách viết.')}`,
  'schedule-file.missing-field': ({ name }) => `Thiếu trường ${quoted(name, 'bắt buộc')}. Thêm trường này.`,
  'schedule-file.wrong-type': ({ name, expected }) =>
    `Trường ${quoted(name, 'này')} sai kiểu. Cần ${kinds[String(expected)] ?? 'kiểu khác, xem tệp mẫu'}.`,
  'schedule-file.bad-choice': ({ name, value, choices }) =>
    `${quoted(value, 'Giá trị này')} không dùng được cho ${quoted(name, 'trường này')}. Chọn một trong: ${choices || 'các giá trị của tệp mẫu'}.`,
  'schedule-file.bad-number': ({ value, lowest }) =>
    `${quoted(value, 'Số này')} nhỏ quá. Ghi số${more(lowest, number => ` từ ${number}`)} trở lên.`,
  'schedule-file.bad-span': ({ value }) =>
    `${quoted(value, 'Giá trị này')} không phải khoảng thời gian. Viết như “12 months” hoặc “18 months - 4 days”.`,
  'schedule-file.bad-day': ({ value }) =>
    `${quoted(value, 'Giá trị này')} không phải ngày có thật. Viết năm-tháng-ngày như “2026-07-01”.`,
  'schedule-file.stray-brace': ({ value }) =>
    `Trong ${quoted(value, 'tên mũi')} chỉ được dùng {n} cho số mũi. Xóa dấu ngoặc nhọn khác.`,
  'schedule-file.bad-setting': ({ name, value, choices }) =>
    `Thiết đặt ${quoted(name, 'này')} không nhận ${quoted(value, 'giá trị này')}. Chọn một trong: ${choices || 'các giá trị ở alternatives'}.`,
  'schedule-file.empty': ({ name }) => `Trường ${quoted(name, 'này')} để trống. Ghi ít nhất một giá trị.`,
  'schedule-file.unknown-list': params =>
    `Không có danh sách vắc xin ${quoted(params.value, 'này')}. ${suggested(params, 'Dùng tên danh sách trong catalog.json, hoặc ghi từng mã.')}`,
  'schedule-file.unknown-vaccine': params =>
    `Không có vắc xin mã ${quoted(params.value, 'này')}. ${suggested(params, 'Xem mã trong danh mục vắc xin.')}`,
  'schedule-file.vaccine-lacks-antigen': ({ value, antigen }) =>
    `Vắc xin ${quoted(value, 'này')} không tính cho ${quoted(antigen, 'kháng nguyên này')}. Bỏ mã này hoặc đặt sang kháng nguyên khác.`,
  'schedule-file.unknown-antigen': params =>
    `Không có kháng nguyên ${quoted(params.value, 'này')}. ${suggested(params, 'Dùng mã trong catalog.json.')}`,
  'schedule-file.unknown-version': params =>
    `Chưa có phiên bản ${quoted(params.value, 'này')} để dựa vào. ${suggested(params, more(params.choices, choices => `Đang có: ${choices}.`) || 'Xem danh sách phiên bản.')}`,
  'schedule-file.based-on-itself': ({ value }) =>
    `Phiên bản không thể dựa vào chính nó, hay vào bản dựa vào nó${more(value, code => ` (“${code}”)`)}. Đổi basedOn.`,
  'schedule-file.unknown-group': ({ value }) =>
    `Không có nhóm loạt mũi${more(value, group => ` số ${group}`)} ở kháng nguyên này. Dùng số của trường group.`,
  'schedule-file.code-taken': ({ value }) =>
    `Mã loạt mũi ${quoted(value, 'này')} đã dùng ở chỗ khác. Đặt mã khác.`,
  'schedule-file.interval-from-later': ({ dose, target }) =>
    `${dose ? `Mũi ${dose}` : 'Một mũi'} tính khoảng cách từ ${target ? `mũi ${target}` : 'một mũi'} không đứng trước nó. Chọn mũi đứng trước.`,
  'schedule-file.risk-without-indication': ({ value }) =>
    `Loạt mũi nguy cơ ${quoted(value, 'này')} chưa có chỉ định. Thêm indications, hoặc đổi type thành "standard".`,
  'schedule-file.out-of-order': ({ earlier, earlierValue, later, laterValue }) =>
    later
      ? `${quoted(laterValue, 'Giá trị')} ở ${fieldName(later)} đứng trước ${quoted(earlierValue, 'giá trị')} ở ${fieldName(earlier)}. Sửa một trong hai.`
      : 'Hai giới hạn trái nhau: cái sau đứng trước cái trước. Sửa một trong hai.',
  'schedule-file.confirmed-by-nobody': () =>
    'Ghi là đã xác nhận nhưng không có tên người xác nhận. Ghi tên ở confirmedBy, hoặc để "unconfirmed".',
  'schedule-file.does-not-fit': ({ other }) =>
    `Tệp này làm tệp ${quoted(other, 'khác')} đang dùng không dùng được nữa. Ngừng dùng tệp kia trước, hoặc sửa tệp này.`,
})

/** Trouble with schedule files: what stands in them, and what is done with them. */
export const scheduleFileErrors: Readonly<Record<ScheduleFileCode, Sentence>> = {
  ...inFile,
  'schedule-file.bad-encoding': () =>
    'Chữ trong tệp không phải UTF-8. Lưu lại tệp dạng UTF-8 rồi chọn lại; lịch đang dùng không đổi.',
  'schedule-file.unreadable': () =>
    'Không đọc được tệp này, hoặc tệp quá lớn. Chọn lại; lịch đang dùng không đổi.',
  'schedule-file.cancelled': () => 'Chưa chọn tệp nào.',
  'schedule-file.choose-again': () =>
    'Bản xem trước đã cũ. Lịch đang dùng không đổi; chọn lại tệp rồi xem lại.',
  'schedule-file.has-problems': () =>
    'Tệp còn lỗi nên chưa áp dụng. Sửa các dòng đã nêu rồi chọn lại; lịch đang dùng không đổi.',
  'schedule-file.already-active': () => 'Đúng nội dung này đang được dùng rồi. Không có gì thay đổi.',
  'schedule-file.not-active': () => 'Tệp này đã ngừng dùng từ trước, có thể ở máy khác. Xem lại danh sách.',
  'schedule-file.not-found': () => 'Không còn thấy tệp lịch này. Xem lại danh sách.',
  'schedule-file.needed': ({ code, fileName }) =>
    `Tệp ${quoted(fileName || code, 'khác')} dựa vào tệp này. Ngừng dùng tệp đó trước.`,
}
