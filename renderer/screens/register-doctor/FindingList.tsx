import { useState } from 'react'
import { type FindingView, listFindings } from '../../../src/contract/register-doctor-calls'
import { checks, type FindingKind } from '../../../src/domain/register-doctor/finding'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatAge, formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { contactOf } from '../../components/PersonLine'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { LongList } from '../duplicates/LongList'
import { usePages } from '../duplicates/use-pages'
import { FindingPanel } from './FindingPanel'
import { sentenceOfFinding } from './finding-words'
import styles from './RegisterDoctor.module.css'
import { useOpenForm } from './use-open-form'

/** Open findings of a kind, and beside them what can be done about the chosen one. */
export function FindingList({
  kind,
  wasSearched,
}: {
  readonly kind: FindingKind
  readonly wasSearched: boolean
}) {
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const pages = usePages(
    listFindings,
    page => ({ kind, code: null, ...page }),
    ({ total, findings }) => ({ total, items: findings }),
  )
  const { open, form } = useOpenForm()
  const choose = ({ key }: FindingView) => setChosenKey(key)
  const indexes = Array.from({ length: pages.total }, (_, index) => index)
  const at = chosenKey === null ? 0 : indexes.findIndex(index => pages.itemAt(index)?.key === chosenKey)
  // The one that was put right is gone: the next has moved to the top.
  const chosen = pages.itemAt(Math.max(at, 0))
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={pages.retry} />
  if (pages.isLoading) return <LateSkeleton lines={8} />
  if (pages.total === 0) return <Nothing wasSearched={wasSearched} />
  return (
    <div className={styles.columns}>
      <LongList
        label={text.registerDoctor.kinds[kind]}
        count={pages.total}
        lineHeight={64}
        itemAt={pages.itemAt}
        onView={pages.onView}
        keys={{ Enter: open }}
        onPress={choose}
        onMove={choose}
      >
        {view => <FindingLine view={view} />}
      </LongList>
      {chosen && <FindingPanel key={chosen.key} view={chosen} onOpen={() => open(chosen)} />}
      {form}
    </div>
  )
}

function FindingLine({ view }: { readonly view: FindingView }) {
  const { today } = useAppState()
  const { hit, finding } = view
  const { severity } = checks[finding.code]
  return (
    <div className={styles.line} data-testid="finding-line" data-code={finding.code}>
      <div className={styles.cell}>
        <div className={styles.name}>{hit.displayName}</div>
        <div className={styles.soft}>
          {formatDay(hit.birthDate)}
          {hit.birthDate <= today && ` · ${formatAge(hit.birthDate, today)}`}
        </div>
        <div className={styles.soft}>{contactOf(hit)}</div>
      </div>
      <div className={styles.cell}>
        <div className={styles.what}>
          <Chip kind={severity === 'wrong' ? 'wrong' : 'late'}>
            {text.registerDoctor.severities[severity]}
          </Chip>
          <strong>{text.registerDoctor.titles[finding.code]}</strong>
        </div>
        <div className={styles.soft}>{sentenceOfFinding(view)}</div>
      </div>
    </div>
  )
}

function Nothing({ wasSearched }: { readonly wasSearched: boolean }) {
  const words = text.registerDoctor
  if (!wasSearched) return <EmptyState title={words.never}>{words.neverHint}</EmptyState>
  return <EmptyState title={words.none}>{words.noneHint}</EmptyState>
}
