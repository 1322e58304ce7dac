import type { Difficulty, DifficultyTheme } from '../../../src/domain/supervision/difficulty'

const themes: Readonly<Record<DifficultyTheme, string>> = {
  computer: 'Máy tính',
  printer: 'Máy in',
  internet: 'Mạng internet',
  power: 'Điện',
  people: 'Nhân lực, tập huấn',
  application: 'Phần mềm',
  data: 'Dữ liệu, hồ sơ',
  vaccine: 'Vắc xin, vật tư',
  other: 'Khác',
}

const states: Readonly<Record<Difficulty['state'], string>> = {
  open: 'Chờ trả lời',
  answered: 'Đã trả lời',
  solved: 'Đã xong',
}

/** Báo khó khăn: written from any screen, answered from above. */
export const difficulty = {
  title: 'Khó khăn',
  report: 'Báo khó khăn',
  themes,
  states,
  theme: 'Về việc gì',
  text: 'Khó khăn gặp phải',
  textHint: 'Không ghi tên, số điện thoại hay số giấy tờ của ai.',
  proposal: 'Đề xuất (không bắt buộc)',
  withPicture: 'Gửi kèm ảnh màn hình',
  pictureHint: 'Mọi chữ không thuộc phần mềm (tên, ngày, số) đã được che.',
  picture: 'Ảnh màn hình đã che thông tin cá nhân',
  noPicture: 'Không chụp được màn hình lúc này.',
  log: 'Nhật ký kèm theo',
  logEmpty: 'Không có dòng nào',
  send: 'Gửi',
  sent: 'Đã ghi. Khó khăn đi lên tỉnh cùng lần gửi tới.',
  empty: 'Chưa báo khó khăn nào',
  emptyHint: 'Ở bất cứ màn hình nào, nhấn Alt K để báo. Trả lời của tỉnh hiện ở đây.',
  waiting: 'Chưa gửi lên tỉnh',
  isSent: 'Tỉnh đã nhận',
  by: (name: string, when: string) => `${name}, ${when}`,
  version: (version: string) => `Phiên bản ${version}`,
  answers: 'Trả lời',
  noAnswer: 'Chưa có trả lời.',
  proposed: (proposal: string) => `Đề xuất: ${proposal}`,
  solve: 'Đã xong',
  showPicture: 'Xem ảnh và nhật ký',
  keysChoose: 'chọn',
}
