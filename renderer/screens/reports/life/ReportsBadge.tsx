import { text } from '../../../text'
import { reportsToDo, useDueReports, useReview } from './use-due-reports'

/** How many reports wait, beside their place in the book. Shown on every screen, it also keeps signed reports watched. */
export function ReportsBadge({ className }: { readonly className: string | undefined }) {
  const due = useDueReports()
  useReview(due.data)
  const count = reportsToDo(due.data)
  if (count === 0) return null
  return (
    <span className={className} title={text.reportLife.dueList.badge(count)} data-testid="reports-badge">
      {count}
    </span>
  )
}
