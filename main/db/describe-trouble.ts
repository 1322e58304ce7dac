import { type ErrorCode, Trouble } from '../../src/contract/errors'

const sentences: Partial<Record<ErrorCode, string>> = {
  'database.wrong-kind':
    'không phải cơ sở dữ liệu của Điểm Tiêm, hoặc là loại khác (thật / thực hành)\n  not a database of Điểm Tiêm, or of the other kind (real / practice)',
  'database.newer-schema':
    'do phiên bản mới hơn tạo ra; hãy cập nhật phần mềm này\n  made by a newer version; update this application',
  'database.damaged': 'không đọc được: tệp hỏng hoặc đã mã hóa\n  unreadable: damaged or encrypted',
  'database.locked': 'chương trình khác đang giữ tệp\n  held by another program',
  'database.full': 'ổ đĩa đầy\n  the disk is full',
  'database.read-only': 'không mở hoặc không ghi được tệp\n  cannot be opened or written',
}

/** Why a headless command cannot work with this file, in two languages; null when the error is a bug. */
export function describeTrouble(file: string, error: unknown): string | null {
  if (!(error instanceof Trouble)) return null
  const code = error.problems[0]?.code
  const sentence = code && sentences[code]
  return sentence ? `${file}: ${sentence} [${code}]` : null
}
