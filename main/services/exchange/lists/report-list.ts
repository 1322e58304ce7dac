import type { RowKind, RowLine } from '../../../../src/contract/import-calls'
import type { ExportedList } from '../exported-list'

const kinds: Readonly<Record<RowKind, string>> = {
  new: 'Người mới',
  added: 'Đã có, thêm mới',
  unchanged: 'Đã có đủ',
  possible: 'Có thể trùng',
  refused: 'Không nhận',
}

/** The rows of an import as they were tried, with what stands against them: to be worked off in the file itself. */
export function reportList(lines: readonly RowLine[]): ExportedList {
  return {
    title: 'Kết quả nhập',
    fileName: 'ket-qua-nhap',
    filter: 'mọi dòng',
    header: ['Dòng', 'Kết quả', 'Họ tên', 'Ngày sinh', 'Mũi mới', 'Cột', 'Ô ghi', 'Mã lỗi', 'Người trong sổ'],
    read: () =>
      Promise.resolve(
        lines.flatMap(line => {
          const { row, kind, name, birthDate, doses, match, candidates } = line
          const start = [row, kinds[kind], name, birthDate && { day: birthDate }, doses]
          const known = match?.displayName ?? candidates.map(it => it.displayName).join('; ')
          const problems =
            line.problems.length > 0 ? line.problems : [{ column: null, params: {}, code: null }]
          return problems.map(({ column, params, code }) => {
            const value = 'value' in params ? params.value : null
            return [
              ...start,
              column,
              value === null || value === undefined ? null : String(value),
              code,
              known,
            ]
          })
        }),
      ),
  }
}
