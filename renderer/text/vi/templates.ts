/** Templates of papers that a province changes. */
export const templates = {
  title: 'Mẫu giấy',
  note: 'Tỉnh có thể thay chữ, thứ tự phần và cột của mỗi loại giấy mà không cần bản phần mềm mới.',
  shipped: 'theo phần mềm',
  replaced: (version: string, byName: string) => `● mẫu của tỉnh, bản ${version} · ${byName} nạp`,
  unverified: 'chưa xác nhận',
  change: 'Thay mẫu',
  withdraw: 'Bỏ mẫu của tỉnh',
  fileText: 'Nội dung mẫu (JSON). Sửa ở đây, dán vào, hoặc đọc từ tệp.',
  chooseFile: 'Đọc từ tệp…',
  reason: 'Lý do, số công văn',
  take: 'Dùng mẫu này',
  taken: 'Đã đổi mẫu. Xem trước một tờ rồi mới in.',
}
