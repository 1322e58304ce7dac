import type { ReactNode } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useNavigation } from '../../frame/navigation'
import { LongList } from './LongList'
import type { usePages } from './use-pages'

/** The names behind a number in a dialog, page by page; pressing one opens the record of its person, where there is one. */
export function PagedNames<T>(props: {
  readonly pages: Omit<ReturnType<typeof usePages>, 'itemAt'> & {
    readonly itemAt: (index: number) => T | null
  }
  readonly label: string
  readonly none: string
  /** What stands above the list: how many there are. */
  readonly children: ReactNode
  readonly className: string | undefined
  readonly personOf: (item: T) => string | null
  readonly line: (item: T) => ReactNode
}) {
  const { pages, label, none, children, className, personOf, line } = props
  const { go } = useNavigation()
  const open = (item: T) => {
    const personId = personOf(item)
    return personId !== null && go({ name: 'person', personId })
  }
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={pages.retry} />
  if (pages.isLoading) return <LateSkeleton lines={6} />
  if (pages.total === 0) return <EmptyState title={none} />
  return (
    <>
      {children}
      <div className={className}>
        <LongList
          label={label}
          count={pages.total}
          lineHeight={44}
          itemAt={pages.itemAt}
          onView={pages.onView}
          keys={{ Enter: open }}
          level="dialog"
          onPress={open}
        >
          {line}
        </LongList>
      </div>
    </>
  )
}
