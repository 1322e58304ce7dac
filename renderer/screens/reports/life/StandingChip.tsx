import type { ReportKey } from '../../../../src/domain/report/report-form'
import { Chip } from '../../../components/Chip'
import { text } from '../../../text'
import { stateKinds } from './life-words'
import { useDueReports } from './use-due-reports'

/** How far a report has come; nothing for one that nobody has begun and nobody asks for. */
export function StandingChip({ reportKey }: { readonly reportKey: ReportKey }) {
  const due = useDueReports()
  const isIt = ({ key }: { readonly key: ReportKey }) =>
    key.formId === reportKey.formId && key.period === reportKey.period && key.basis === reportKey.basis
  const begun = due.data?.begun.find(isIt)
  const owed = due.data?.lines.find(isIt)
  const hasDrifted = due.data?.drifted.some(isIt) ?? false
  return (
    <>
      {hasDrifted && <Chip kind="late">{text.reportLife.dueList.drifted}</Chip>}
      {begun && <Chip kind={stateKinds[begun.state]}>{text.reportLife.states[begun.state]}</Chip>}
      {!begun && owed && (
        <Chip kind={owed.isLate ? 'late' : 'wait'}>
          {owed.isLate ? text.reportLife.dueList.overdue : text.reportLife.notBegun}
        </Chip>
      )}
    </>
  )
}
