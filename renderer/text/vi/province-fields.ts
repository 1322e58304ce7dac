import type { MandatoryField } from '../../../src/domain/exchange/fhir/missing'

const fields: Readonly<Record<MandatoryField, string>> = {
  number: 'số định danh hoặc hộ chiếu',
  name: 'họ tên',
  'birth-date': 'ngày sinh',
  sex: 'giới tính',
  'ethnic-group': 'dân tộc',
  'place-of-birth': 'xã và tỉnh nơi sinh',
  'place-of-birth-registration': 'xã và tỉnh nơi đăng ký khai sinh',
  'place-of-origin': 'xã và tỉnh quê quán',
  'permanent-place': 'xã và tỉnh nơi thường trú',
  'current-place': 'xã và tỉnh nơi ở hiện tại',
  vaccine: 'tên vắc xin có trong danh mục',
  'given-on': 'ngày tiêm chính xác',
  'dose-number': 'thứ tự mũi',
  facility: 'mã hoặc tên cơ sở tiêm',
  antigen: 'kháng nguyên',
}

/** What the national data set asks for and a record does not say. */
export const provinceFields = {
  fields,
  missing: (names: readonly string[]) => `Còn thiếu so với dữ liệu quốc gia: ${names.join(', ')}.`,
  mend: { person: 'Sửa hồ sơ', dose: 'Mở các mũi tiêm', point: 'Ghi mã cơ sở ở Thiết lập' },
  complete: 'Đủ các mục bắt buộc của dữ liệu quốc gia.',
}
