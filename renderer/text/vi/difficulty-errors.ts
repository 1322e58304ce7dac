import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'

type DifficultyCode = Extract<ErrorCode, `difficulty.${string}`>

/** Difficulties: one sentence a code. */
export const difficultyErrors: Readonly<Record<DifficultyCode, (params: ProblemParams) => string>> = {
  'difficulty.not-found': () => 'Không tìm thấy khó khăn này. Mở lại danh sách.',
  'difficulty.no-text': () => 'Chưa ghi khó khăn gặp phải. Viết một câu rồi gửi.',
  'difficulty.already-solved': () => 'Khó khăn này đã được ghi là xong.',
}
