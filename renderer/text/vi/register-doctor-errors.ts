import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'

type FindingCode = Extract<ErrorCode, `finding.${string}`>

/** The register doctor: one sentence a code. */
export const registerDoctorErrors: Readonly<Record<FindingCode, (params: ProblemParams) => string>> = {
  'finding.not-found': () => 'Điểm này không còn: hồ sơ đã được sửa. Mở lại danh sách.',
  'finding.already-decided': () => 'Đã có người ghi là đúng. Mở lại danh sách.',
  'finding.decision-not-found': () => 'Xác nhận này đã được rút lại.',
  'finding.nothing-to-swap': () => 'Không đổi được: cả hai hồ sơ phải có số định danh.',
}
