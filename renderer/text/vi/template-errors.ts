type Params = { readonly detail?: string | number | boolean | null }

/** What the sentence names, between its marks; nothing where it is not known. */
const named = (detail: Params['detail'], before: string, after: string) =>
  detail === undefined || detail === null ? '' : `${before}${detail}${after}`

/** Templates of papers: why one was not taken. */
export const templateErrors = {
  'template.not-readable': ({ detail }: Params) =>
    `Tệp này không phải mẫu giấy đọc được${named(detail, ' (', ')')}. Mẫu cũ vẫn dùng.`,
  'template.unknown-paper': ({ detail }: Params) =>
    `Không có loại giấy${named(detail, ' “', '”')} để thay mẫu. Mẫu cũ vẫn dùng.`,
  'template.unknown-key': ({ detail }: Params) =>
    `Mẫu có mục${named(detail, ' “', '”')} thừa hoặc lặp lại. Sửa trong tệp; mẫu cũ vẫn dùng.`,
  'template.part-missing': ({ detail }: Params) =>
    `Mẫu thiếu phần bắt buộc${named(detail, ' “', '”')}. Thêm vào tệp; mẫu cũ vẫn dùng.`,
  'template.bad-widths': ({ detail }: Params) =>
    `Bề rộng các cột cộng lại phải là 100 %${named(detail, ', trong mẫu là ', ' %')}. Mẫu cũ vẫn dùng.`,
  'template.bad-letters': ({ detail }: Params) =>
    `Mục ${named(detail, '“', '”') || 'này'} có ký tự mà máy in không in được. Sửa trong tệp; mẫu cũ vẫn dùng.`,
  'template.not-found': () => 'Không còn mẫu này. Mở lại danh sách rồi xem.',
}
